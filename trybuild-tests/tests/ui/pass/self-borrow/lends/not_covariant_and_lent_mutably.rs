//! An owner that is lent mutably is seen by nobody, so it doesn't matter.

use self_borrow::self_borrow;

#[self_borrow]
struct Line {
    #[lend('text)]
    text: String,
    #[lend(mut 'words)]
    words: Vec<&'text str>,
    first: &'words [&'text str],
}

fn main() {
    let line = Line::builder()
        .text("one two".to_owned())
        .words(|text| text.split(' ').collect())
        .first(|_, words| words)
        .build();
    line.with(|line| assert_eq!(line.first[0], "one"));
}
