//! Of a parameter it isn't known whether it has a stable place.

use self_borrow::self_borrow;
use self_borrow::{Owner, OwnerAt};

#[self_borrow]
struct Line<O: Owner + for<'a> OwnerAt<'a, Ref = &'a str> + 'static> {
    #[lend('text)]
    text: O,
    word: &'text str,
}

fn main() {
    let line = Line::new("one two".to_owned(), |text| &text[..3]);
    assert_eq!(*line.word(), "one");
}
