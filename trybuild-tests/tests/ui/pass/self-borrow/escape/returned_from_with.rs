//! What the closure sees borrows for a lifetime that only the closure knows.

use self_borrow::self_borrow;
use std::cell::Cell;

#[self_borrow]
struct Line {
    #[lend('text)]
    text: String,
    #[not_covariant]
    word: Cell<&'text str>,
}

fn main() {
    let line = Line::new("one two".to_owned(), |text| Cell::new(&text[..3]));
    let word: String = line.with(|line| line.word.get().to_owned());
    assert_eq!(word, "one");
}
