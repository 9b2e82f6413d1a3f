//! Nothing owns, nothing borrows.

use self_borrow::self_borrow;

#[self_borrow]
struct Line;

fn main() {
    let line = Line::new("one two".to_owned(), |text| &text[..3]);
    assert_eq!(*line.get_1(), "one");
}
