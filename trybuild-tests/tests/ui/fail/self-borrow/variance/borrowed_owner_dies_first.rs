//! An owner that is a reference lives no longer than what it refers to.

use self_borrow::self_borrow;

#[self_borrow]
struct Line<'s> {
    #[lend('text)]
    text: &'s str,
    word: &'text str,
}

fn main() {
    let line;
    {
        let text = String::from("one two");
        line = Line::new(text.as_str(), |text| &text[..3]);
    }
    assert_eq!(*line.word(), "one");
}
