//! `#[not_covariant]` says all there is to say.

use self_borrow::self_borrow;
use std::cell::Cell;

#[self_borrow]
struct Line {
    #[lend('text)]
    text: String,
    #[not_covariant(closures)]
    word: Cell<&'text str>,
}

fn main() {
    let line = Line::new("one two".to_owned(), |text| Cell::new(&text[..3]));
    assert_eq!(line.with(|line| line.word.get().len()), 3);
}
