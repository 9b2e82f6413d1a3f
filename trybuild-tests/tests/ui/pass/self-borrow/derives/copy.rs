//! Two copies would own the same.

use self_borrow::self_borrow;

#[self_borrow]
#[derive(Clone)]
struct Line<'s> {
    #[lend('text)]
    text: &'s str,
    word: &'text str,
}

fn main() {
    let line = Line::new("one two", |text| &text[..3]);
    assert_eq!(*line.clone().word(), "one");
}
