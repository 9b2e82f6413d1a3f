//! The future of a step is a dependent while it runs. As any dependent, it must be good for all lifetimes of the struct, here
//! `'static`: so it owns what it needs.

use self_borrow::self_borrow;
use std::task::{Context, Waker};

#[self_borrow]
struct Line {
    #[lend('text)]
    text: String,
    word: &'text str,
}

fn main() {
    let length = String::from("one");
    let step = Line::builder().text("one two".to_owned()).word_async(async move |text| &text[..length.len()]);
    let mut step = Box::pin(step);
    assert!(step.as_mut().poll(&mut Context::from_waker(Waker::noop())).is_ready());
}
