//! The fields of two values have lifetimes that nobody can compare, and here they can't be shortened.

use self_borrow::self_borrow;
use std::cell::Cell;

#[self_borrow]
struct Line {
    #[lend('text)]
    text: String,
    #[not_covariant]
    word: Cell<&'text str>,
}

impl PartialEq for Line {
    fn eq(&self, other: &Self) -> bool {
        self.with(|a| other.with(|b| a.word.get() == b.word.get()))
    }
}

fn main() {
    let line = || Line::new("one two".to_owned(), |text| Cell::new(&text[..3]));
    assert!(line() == line());
}
