//! Plain fields come before the closures, too.

use self_borrow::self_borrow;

#[self_borrow]
struct Line {
    #[lend('text)]
    text: String,
    word: &'text str,
    path: String,
}

fn main() {
    let line = Line::builder()
        .text("one two".to_owned())
        .path("path".to_owned())
        .word(|text| &text[..3])
        .build();
    assert_eq!(*line.word(), "one");
}
