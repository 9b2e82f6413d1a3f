//! A `Cell` can be written through a shared reference, but not with what lives shorter.

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
    {
        let short = String::from("short");
        line.with(|line| line.word.set(&line.text[..short.len()]));
    }
    line.with(|line| println!("{}", line.word.get()));
}
