//! Also through the closure of one field.

use self_borrow::self_borrow;
use std::mem;

#[self_borrow]
struct Line {
    #[lend('text)]
    text: String,
    words: Vec<&'text str>,
}

fn main() {
    let mut a = Line::new("one".to_owned(), |text| vec![text]);
    let mut b = Line::new("two".to_owned(), |text| vec![text]);
    a.with_words_mut(|a| b.with_words_mut(|b| assert_eq!(mem::take(a).len(), b.len())));
    drop(b);
    println!("{:?}", a.words());
}
