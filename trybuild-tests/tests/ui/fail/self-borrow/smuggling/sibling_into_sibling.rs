//! Siblings are dropped one after the other. One that keeps a reference to another would look at it when it is gone.

use self_borrow::self_borrow;
use std::cell::Cell;

struct Looks<'t>(Cell<&'t str>);

impl Drop for Looks<'_> {
    fn drop(&mut self) {
        assert_ne!(self.0.get(), "");
    }
}

#[self_borrow]
struct Line {
    #[lend('text)]
    text: String,
    own: (String, &'text str),
    #[not_covariant]
    looks: Looks<'text>,
}

fn main() {
    let line = Line::new(
        "one two".to_owned(),
        |text| (text.to_uppercase(), text),
        |text| Looks(Cell::new(text)),
    );
    line.with(|line| line.looks.0.set(&line.own.0));
}
