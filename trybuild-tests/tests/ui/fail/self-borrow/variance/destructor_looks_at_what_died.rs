//! A self-borrowing struct has a destructor that may look at everything.

use self_borrow::self_borrow;

#[self_borrow]
struct Line<'s> {
    #[lend('text)]
    text: &'s str,
    word: &'text str,
}

fn main() {
    let line;
    let text = String::from("one two");
    line = Line::new(text.as_str(), |text| &text[..3]);
    assert_eq!(*line.word(), "one");
}
