//! Owners that borrow nothing are inline, all or none.

use self_borrow::self_borrow;

#[self_borrow]
struct Line {
    #[lend(inline 'text)]
    text: String,
    #[lend('more)]
    more: String,
    both: (&'text str, &'more str),
}

fn main() {
    let line = Line::pin_box("one".to_owned(), "two".to_owned(), |text, more| (text, more));
    assert_eq!(*line.both(), ("one", "two"));
}
