//! A thread local lives longer than what the closure sees.

use self_borrow::self_borrow;
use std::cell::RefCell;

thread_local! {
    static KEPT: RefCell<Vec<&'static str>> = RefCell::default();
}

#[self_borrow]
struct Line {
    #[lend('text)]
    text: String,
    word: &'text str,
}

fn main() {
    let line = Line::new("one two".to_owned(), |text| &text[..3]);
    line.with(|line| KEPT.with_borrow_mut(|kept| kept.push(line.word)));
    drop(line);
    KEPT.with_borrow(|kept| assert_eq!(kept[0], "one"));
}
