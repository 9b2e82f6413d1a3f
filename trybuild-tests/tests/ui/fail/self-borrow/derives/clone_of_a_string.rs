//! The clone of a `String` has a buffer of its own, and what borrowed from the original would still borrow from that.

use self_borrow::self_borrow;
use std::rc::Rc;

#[self_borrow]
#[derive(Clone)]
struct Line {
    #[lend('text)]
    text: String,
    word: &'text str,
}

fn main() {
    let line = Line::new("one two".into(), |text| &text[..3]);
    assert_eq!(*line.clone().word(), "one");
}
