//! Lends are declared from the outside to the inside.

use self_borrow::self_borrow;

#[self_borrow]
struct Line {
    #[lend('text)]
    text: String,
    #[lend('words)]
    words: Vec<&'text str>,
    #[lend('first)]
    first: Box<&'words str>,
    last: &'first &'words str,
}

fn main() {
    let line = Line::builder()
        .text("one two".to_owned())
        .words(|text| text.split(' ').collect())
        .first(|words| Box::new(words[0]))
        .last(|_, first| first)
        .build();
    assert_eq!(**line.last(), "one");
}
