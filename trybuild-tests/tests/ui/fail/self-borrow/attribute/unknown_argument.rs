//! The attribute takes `prefix` and `crate`, and nothing else.

use self_borrow::self_borrow;

#[self_borrow(pinned)]
struct Line {
    #[lend('text)]
    text: String,
    word: &'text str,
}

fn main() {
    let line = Line::new("one two".to_owned(), |text| &text[..3]);
    assert_eq!(*line.word(), "one");
}
