//! In a chain, what is lent second lives shorter. A field that borrows from the first only can't take it.

use self_borrow::self_borrow;

#[self_borrow]
struct Line {
    #[lend('text)]
    text: String,
    first: &'text str,
    #[lend('words)]
    words: Vec<(String, &'text str)>,
    last: &'words str,
}

fn main() {
    let mut line = Line::builder()
        .text("one two".to_owned())
        .first(|text| &text[..3])
        .words(|text| vec![(text.to_uppercase(), text)])
        .last(|words| &words[0].0)
        .build();
    line.with_mut(|line| *line.first = line.last);
    assert_eq!(*line.first(), "one");
}
