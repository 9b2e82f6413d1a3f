//! Types of that name are generated, unless there is a `prefix`.

use self_borrow::self_borrow;

struct LineBuilder;

#[self_borrow(prefix = OwnedLine)]
struct Line {
    #[lend('text)]
    text: String,
    word: &'text str,
}

fn main() {
    let _ = LineBuilder;
    let line = Line::new("one two".to_owned(), |text| &text[..3]);
    assert_eq!(*line.word(), "one");
}
