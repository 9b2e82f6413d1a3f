//! A field has a size.

use self_borrow::self_borrow;

#[self_borrow]
struct Line {
    #[lend('text)]
    text: String,
    word: &'text str,
    rest: str,
}

fn main() {
    let line = Line::new("one two".to_owned(), |text| &text[..3], "rest".into());
    assert_eq!((*line.word(), &**line.rest()), ("one", "rest"));
}
