//! Without a lend it is a struct as any other.

use self_borrow::self_borrow;

#[self_borrow]
struct Line {
    text: String,
    word: String,
}

fn main() {
    let line = Line::new("one two".to_owned(), |text| text[..3].to_owned());
    assert_eq!(*line.word(), "one");
}
