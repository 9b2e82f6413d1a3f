//! `dyn Any` forgets the lifetime, so it takes what is `'static` only.

use self_borrow::self_borrow;
use std::any::Any;

#[self_borrow]
struct Line {
    #[lend('text)]
    text: String,
    word: &'text str,
}

fn main() {
    let line = Line::new("one two".to_owned(), |text| &text[..3]);
    let any: Box<dyn Any> = line.with(|line| -> Box<dyn Any> { Box::new(line.word.to_string()) });
    drop(line);
    assert_eq!(*any.downcast::<String>().unwrap(), "one");
}
