//! A field that is made from itself can't be made.

use self_borrow::self_borrow;

#[self_borrow]
struct Line {
    #[lend('text)]
    text: String,
    #[lend('words)]
    words: Vec<&'text str>,
    first: &'words &'text str,
}

fn main() {
    let line = Line::builder()
        .text("one two".to_owned())
        .words(|text| text.split(' ').collect())
        .first(|_, words| &words[0])
        .build();
    assert_eq!(**line.first(), "one");
}
