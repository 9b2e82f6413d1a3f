//! A field that borrows is made by a closure: what it borrows from isn't in its place yet.

use self_borrow::self_borrow;

#[self_borrow]
struct Line {
    #[lend('text)]
    text: String,
    word: &'text str,
}

fn main() {
    let text = "one two".to_owned();
    let line = Line::builder().text(text.clone()).word(|text| &text[..3]).build();
    assert_eq!(*line.word(), "one");
}
