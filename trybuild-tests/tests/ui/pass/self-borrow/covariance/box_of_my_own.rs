//! A type that is called `Box` isn't the `Box` of std.

use self_borrow::self_borrow;

use std::boxed::Box;

#[self_borrow]
struct Line {
    #[lend('text)]
    text: String,
    word: Box<&'text str>,
}

fn main() {
    let line = Line::new("one two".to_owned(), |text| Box::new(&text[..3]));
    line.with(|line| assert_eq!(**line.word, "one"));
}
