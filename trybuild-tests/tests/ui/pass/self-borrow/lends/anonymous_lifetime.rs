//! `'_` doesn't say from which field it borrows.

use self_borrow::self_borrow;
use std::borrow::Cow;

#[self_borrow]
struct Line {
    #[lend('text)]
    text: String,
    word: &'text str,
    rest: Cow<'text, str>,
}

fn main() {
    let line = Line::new("one two".to_owned(), |text| &text[..3], |text| text[4..].into());
    assert_eq!((*line.word(), line.rest().as_ref()), ("one", "two"));
}
