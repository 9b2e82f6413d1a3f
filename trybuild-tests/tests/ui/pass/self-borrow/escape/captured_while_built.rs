//! What is lent to the closure that builds can get into the field only.

use self_borrow::self_borrow;

#[self_borrow]
struct Line {
    #[lend('text)]
    text: String,
    word: &'text str,
}

fn main() {
    let mut kept = String::new();
    let line = Line::new("one two".to_owned(), |text| {
        kept = text.to_owned();
        &text[..3]
    });
    drop(line);
    assert_eq!(kept, "one two");
}
