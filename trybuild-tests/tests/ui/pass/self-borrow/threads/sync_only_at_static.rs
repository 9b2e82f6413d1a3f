//! The same for `Sync`.

use self_borrow::self_borrow;
use std::cell::Cell;
use std::thread;

struct Word<'t>(&'t str, Cell<u8>);

// SAFETY: the cell isn't used.
unsafe impl Sync for Word<'_> {}

#[self_borrow]
struct Line {
    #[lend('text)]
    text: String,
    word: Word<'text>,
}

fn main() {
    let line = Line::new("one two".to_owned(), |text| Word(&text[..3], Cell::new(0)));
    thread::scope(|s| {
        s.spawn(|| assert_eq!(line.with(|line| line.word.0.len()), 3));
    });
    line.with(|line| line.word.1.set(1));
}
