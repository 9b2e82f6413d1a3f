//! The future of a step owns what it is built from, and what it sends elsewhere doesn't borrow from it.

use self_borrow::self_borrow;
use std::sync::mpsc;
use std::task::{Context, Waker};

#[self_borrow]
struct Line {
    #[lend('text)]
    text: String,
    word: &'text str,
}

fn main() {
    let (sender, receiver) = mpsc::channel();
    let step = Line::builder().text("one two".to_owned()).word_async(async move |text| {
        sender.send(text).unwrap();
        &text[..3]
    });
    let mut step = Box::pin(step);
    assert!(step.as_mut().poll(&mut Context::from_waker(Waker::noop())).is_ready());
    drop(step);
    assert_eq!(receiver.recv().unwrap(), "one two");
}
