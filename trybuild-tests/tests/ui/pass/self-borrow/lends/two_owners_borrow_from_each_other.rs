//! Each would have to be there before the other.

use self_borrow::self_borrow;

#[self_borrow]
struct Line {
    #[lend('text)]
    text: Vec<String>,
    #[lend('words)]
    words: Vec<&'text str>,
    first: &'words &'text str,
}

fn main() {
    let line = Line::builder()
        .text(vec!["one".to_owned()])
        .words(|text| vec![&text[0]])
        .first(|_, words| &words[0])
        .build();
    assert_eq!(**line.first(), "one");
}
