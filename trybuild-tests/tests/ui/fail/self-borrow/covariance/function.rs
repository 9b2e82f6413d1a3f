//! A function that takes `&'text str` can't be called with something shorter.

use self_borrow::self_borrow;

#[self_borrow]
struct Line {
    #[lend('text)]
    text: String,
    compare: fn(&'text str) -> bool,
}

fn main() {
    let line = Line::new("one two".to_owned(), |_| str::is_empty);
    assert!(!line.with(|line| (line.compare)(line.text)));
}
