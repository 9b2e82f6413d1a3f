//! A reference converts to what it dereferences to. That is no subtyping, and the proof must not take it for one.

use self_borrow::self_borrow;
use std::cell::Cell;
use std::ops::Deref;

struct Word<'t>(Cell<&'t str>);

impl<'t> Deref for Word<'t> {
    type Target = Word<'static>;

    fn deref(&self) -> &Word<'static> {
        Box::leak(Box::new(Word(Cell::new("static"))))
    }
}

#[self_borrow]
struct Line {
    #[lend('text)]
    text: String,
    #[not_covariant]
    word: Word<'text>,
}

fn main() {
    let line = Line::new("one two".to_owned(), |text| Word(Cell::new(&text[..3])));
    assert_eq!(line.with(|line| line.word.0.get().len()), 3);
}
