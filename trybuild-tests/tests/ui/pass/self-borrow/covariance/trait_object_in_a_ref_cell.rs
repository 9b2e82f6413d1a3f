//! `Box<dyn Trait + 'a>` can be unsized to a shorter bound, but not within a `RefCell`.

use self_borrow::self_borrow;
use std::cell::RefCell;

#[self_borrow]
struct Line {
    #[lend('text)]
    text: String,
    #[not_covariant]
    words: RefCell<Box<dyn Iterator<Item = char> + 'text>>,
}

fn main() {
    let line = Line::new("one two".to_owned(), |text| RefCell::new(Box::new(text.chars())));
    assert_eq!(line.with(|line| line.words.borrow_mut().next()), Some('o'));
}
