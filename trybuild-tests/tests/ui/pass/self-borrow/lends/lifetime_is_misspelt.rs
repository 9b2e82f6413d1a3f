//! A lifetime that is neither lent nor a parameter.

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
