//! The error is given back together with the owner, so it can't borrow from it.

use self_borrow::self_borrow;

#[self_borrow]
struct Line {
    #[lend('text)]
    text: String,
    number: (u32, &'text str),
}

fn main() {
    let line = Line::try_new("one".to_owned(), |text| match text.parse() {
        Ok(number) => Ok((number, text)),
        Err(_) => Err(text),
    });
    let Err((error, text)) = line else {
        panic!("not a number")
    };
    drop(text);
    assert_eq!(error, "one");
}
