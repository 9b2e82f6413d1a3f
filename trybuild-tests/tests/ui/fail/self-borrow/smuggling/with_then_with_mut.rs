//! The lifetimes of two closures have nothing to do with each other.

use self_borrow::self_borrow;

#[self_borrow]
struct Line {
    #[lend('text)]
    text: String,
    word: &'text str,
}

fn main() {
    let mut line = Line::new("one two".to_owned(), |text| &text[..3]);
    let other = Line::new("three".to_owned(), |text| text);
    other.with(|other| line.with_mut(|line| *line.word = other.word));
    drop(other);
    assert_eq!(*line.word(), "one t");
}
