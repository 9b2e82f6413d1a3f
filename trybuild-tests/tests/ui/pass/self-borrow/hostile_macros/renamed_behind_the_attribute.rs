//! A macro below would rename the struct.

use self_borrow::self_borrow;

#[hostile_macros::rename(Line)]
#[self_borrow]
struct Text {
    #[lend('text)]
    text: String,
    word: &'text str,
}

fn main() {
    let line = Line::new("one two".to_owned(), |text| &text[..3]);
    assert_eq!(*line.word(), "one");
}
