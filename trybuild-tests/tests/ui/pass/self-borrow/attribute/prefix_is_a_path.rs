//! The generated types are declared where the struct is.

use self_borrow::self_borrow;

#[self_borrow(prefix = Text)]
struct Line {
    #[lend('text)]
    text: String,
    word: &'text str,
}

fn main() {
    let line = Line::new("one two".to_owned(), |text| &text[..3]);
    assert_eq!(*line.word(), "one");
}
