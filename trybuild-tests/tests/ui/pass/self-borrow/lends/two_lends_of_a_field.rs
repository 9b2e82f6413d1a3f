//! A field has one content, which is lent once.

use self_borrow::self_borrow;

#[self_borrow]
struct Line {
    #[lend('text)]
    text: String,
    word: &'text str,
    rest: &'text str,
}

fn main() {
    let line = Line::new("one two".to_owned(), |text| &text[..3], |text| &text[4..]);
    assert_eq!((*line.word(), *line.rest()), ("one", "two"));
}
