//! The dependents of two values borrow from two owners.

use self_borrow::self_borrow;
use std::mem;

#[self_borrow]
struct Line {
    #[lend('text)]
    text: String,
    word: &'text str,
}

fn main() {
    let mut a = Line::new("one".to_owned(), |text| text);
    let mut b = Line::new("two".to_owned(), |text| text);
    mem::swap(&mut a, &mut b);
    drop(b);
    assert_eq!(*a.word(), "two");
}
