//! What lies together in the struct is lent under one lifetime.

use self_borrow::self_borrow;

#[self_borrow]
struct Line {
    #[lend(inline 'text)]
    text: String,
    #[lend(inline 'text)]
    more: String,
    both: (&'text str, &'text str),
}

fn main() {
    let line = Line::pin_box("one".to_owned(), "two".to_owned(), |text, more| (text, more));
    assert_eq!(*line.both(), ("one", "two"));
}
