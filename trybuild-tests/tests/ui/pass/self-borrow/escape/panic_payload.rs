//! A panic carries what is `'static` only.

use self_borrow::self_borrow;
use std::panic;

#[self_borrow]
struct Line {
    #[lend('text)]
    text: String,
    word: &'text str,
}

fn main() {
    let line = Line::new("one two".to_owned(), |text| &text[..3]);
    let caught = panic::catch_unwind(|| {
        line.with(|line| panic::resume_unwind(Box::new(line.word.to_string())))
    });
    drop(line);
    let payload: Box<dyn std::any::Any + Send> = caught.map(|(): ()| ()).unwrap_err();
    assert_eq!(*payload.downcast::<String>().unwrap(), "one");
}
