//! Fields that borrow are built in the order of their declaration, so their owners come first.

use self_borrow::self_borrow;

#[self_borrow]
struct Line {
    #[lend('text)]
    text: String,
    first: &'words &'text str,
    #[lend('words)]
    words: Vec<&'text str>,
}

fn main() {
    let line = Line::builder()
        .text("one two".to_owned())
        .words(|text| text.split(' ').collect())
        .first(|_, words| &words[0])
        .build();
    assert_eq!(**line.first(), "one");
}
