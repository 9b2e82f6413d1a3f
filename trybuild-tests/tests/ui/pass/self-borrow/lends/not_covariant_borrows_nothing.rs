//! Variance is that of a lend, and the field names none.

use self_borrow::self_borrow;

#[self_borrow]
struct Line {
    #[lend('text)]
    text: String,
    word: &'text str,
    count: usize,
}

fn main() {
    let line = Line::new("one two".to_owned(), |text| &text[..3], 2);
    assert_eq!((*line.word(), *line.count()), ("one", 2));
}
