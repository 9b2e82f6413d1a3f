//! A macro in the type that means something else each time it is expanded. Whatever it means, what is proved is
//! proved of what is stored.

use self_borrow::self_borrow;

#[self_borrow]
struct Line {
    #[lend('text)]
    text: String,
    word: hostile_macros::echo!(&'text str),
}

fn main() {
    let line = Line::new("one two".to_owned(), |text| &text[..3]);
    assert_eq!(*line.word(), "one");
}
