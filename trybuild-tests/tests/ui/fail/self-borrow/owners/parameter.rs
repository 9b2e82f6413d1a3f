//! Of a parameter it isn't known whether it has a stable place.

use self_borrow::self_borrow;
use std::ops::Deref;

#[self_borrow]
struct Line<O: Deref<Target = str> + 'static> {
    #[lend('text)]
    text: O,
    word: &'text str,
}

fn main() {
    let line = Line::new("one two".to_owned(), |text| &text[..3]);
    assert_eq!(*line.word(), "one");
}
