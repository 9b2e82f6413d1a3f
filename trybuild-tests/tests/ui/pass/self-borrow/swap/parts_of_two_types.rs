//! Of another type with the same fields, too.

use self_borrow::self_borrow;
use std::mem;

#[self_borrow]
struct Line {
    #[lend('text)]
    text: String,
    word: &'text str,
}

#[self_borrow]
struct Other(#[lend('t)] String, &'t str);

fn main() {
    let mut a = Line::new("one".to_owned(), |text| text);
    let mut b = Other::new("two".to_owned(), |text| text);
    a.with_word_mut(|a| b.with_1_mut(|b| mem::swap(&mut a.len(), &mut b.len())));
    drop(b);
    assert_eq!(*a.word(), "one");
}
