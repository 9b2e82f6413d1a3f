//! An owner that stays on its thread keeps the struct there.

use self_borrow::self_borrow;
use std::sync::Arc;
use std::thread;

#[self_borrow]
struct Line {
    #[lend('text)]
    text: Arc<str>,
    word: &'text str,
}

fn main() {
    let line = Line::new(Arc::from("one two"), |text| &text[..3]);
    thread::spawn(move || assert_eq!(*line.word(), "one")).join().unwrap();
}
