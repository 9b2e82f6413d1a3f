//! The closure makes the field.

use self_borrow::self_borrow;

#[self_borrow]
struct Line {
    #[lend('text)]
    text: String,
    word: &'text str,
}

fn main() {
    let line = Line::new("one two".to_owned(), |text| text.split(' ').next().unwrap());
    assert_eq!(*line.word(), "one");
}
