//! What is lent under one name lives equally long. A field that borrows dies before one that doesn't.

use self_borrow::self_borrow;

#[self_borrow]
struct Line {
    #[lend('text)]
    text: String,
    #[lend('others)]
    more: String,
    #[lend('words)]
    words: Vec<&'text str>,
    first: &'words &'text str,
    other: &'others str,
}

fn main() {
    let line = Line::builder()
        .text("one two".to_owned())
        .more("three".to_owned())
        .words(|text| text.split(' ').collect())
        .first(|_, words| &words[0])
        .other(|more| more)
        .build();
    assert_eq!((**line.first(), *line.other()), ("one", "three"));
}
