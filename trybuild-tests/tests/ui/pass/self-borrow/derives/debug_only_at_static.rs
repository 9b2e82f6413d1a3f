//! A trait that the dependent has for `'static` only: what borrows from the struct isn't that.

use self_borrow::self_borrow;
use std::fmt;

struct Word<'t>(&'t str);

impl fmt::Debug for Word<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}

#[self_borrow]
#[derive(Debug)]
struct Line {
    #[lend('text)]
    text: String,
    word: Word<'text>,
}

fn main() {
    let line = Line::new("one two".to_owned(), |text| Word(&text[..3]));
    println!("{line:?}");
}
