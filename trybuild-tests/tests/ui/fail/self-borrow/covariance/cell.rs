//! A shorter reference could be put into a `Cell` that a getter gives out. So there is no getter, and closures take its place.

use self_borrow::self_borrow;
use std::cell::Cell;

#[self_borrow]
struct Line {
    #[lend('text)]
    text: String,
    word: Cell<&'text str>,
}

fn main() {
    let line = Line::new("one two".to_owned(), |text| Cell::new(&text[..3]));
    assert_eq!(line.with(|line| line.word.get().len()), 3);
}
