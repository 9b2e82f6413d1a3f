//! `Word` is `Send` for `'static` only, and the field isn't that.

use self_borrow::self_borrow;
use std::marker::PhantomData;
use std::thread;

struct Word<'t>(&'t str, PhantomData<*const ()>);

// SAFETY: a text and nothing else.
unsafe impl Send for Word<'_> {}

#[self_borrow]
struct Line {
    #[lend('text)]
    text: String,
    word: Word<'text>,
}

fn main() {
    let line = Line::new("one two".to_owned(), |text| Word(&text[..3], PhantomData));
    thread::spawn(move || assert_eq!(line.with(|line| line.word.0.len()), 3)).join().unwrap();
}
