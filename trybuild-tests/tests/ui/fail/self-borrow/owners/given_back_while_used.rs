//! Who takes the owner back has no struct any more.

use self_borrow::self_borrow;

#[self_borrow]
struct Line {
    #[lend('text)]
    text: String,
    word: &'text str,
}

fn main() {
    let line = Line::new("one two".to_owned(), |text| &text[..3]);
    let text = line.into_owners();
    assert!(text.starts_with(*line.word()));
}
