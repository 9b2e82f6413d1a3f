//! A lend has a name.

use self_borrow::self_borrow;

#[self_borrow]
struct Line {
    #[lend()]
    text: String,
    word: &'text str,
}

fn main() {
    let line = Line::new("one two".to_owned(), |text| &text[..3]);
    assert_eq!(*line.word(), "one");
}
