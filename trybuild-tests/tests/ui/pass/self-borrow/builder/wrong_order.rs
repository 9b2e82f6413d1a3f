//! Fields that borrow are built in the order of their declaration.

use self_borrow::self_borrow;

#[self_borrow]
struct Line {
    #[lend('text)]
    text: String,
    word: &'text str,
    rest: &'text str,
}

fn main() {
    let line = Line::builder()
        .text("one two".to_owned())
        .word(|text| &text[..3])
        .rest(|text| &text[4..])
        .build();
    assert_eq!((*line.word(), *line.rest()), ("one", "two"));
}
