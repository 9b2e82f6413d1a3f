//! The first value would be lost.

use self_borrow::self_borrow;

#[self_borrow]
struct Line {
    #[lend('text)]
    text: String,
    word: &'text str,
}

fn main() {
    let line = Line::builder()
        .text("one two".to_owned())
        .word(|text| &text[..3])
        .build();
    assert_eq!(*line.word(), "one");
}
