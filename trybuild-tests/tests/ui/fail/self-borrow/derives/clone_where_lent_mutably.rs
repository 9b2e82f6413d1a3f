//! Two values would have a `&mut` to one place.

use self_borrow::self_borrow;

#[self_borrow]
#[derive(Debug, Clone)]
struct Line {
    #[lend(mut 'text)]
    text: String,
    word: &'text mut str,
}

fn main() {
    let line = Line::new("one two".to_owned(), |text| &mut text[..3]);
    println!("{line:?}");
}
