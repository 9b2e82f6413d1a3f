//! An owner that stays on its thread keeps the struct there.

use self_borrow::self_borrow;
use std::rc::Rc;
use std::thread;

#[self_borrow]
struct Line {
    #[lend('text)]
    text: Rc<str>,
    word: &'text str,
}

fn main() {
    let line = Line::new(Rc::from("one two"), |text| &text[..3]);
    thread::spawn(move || assert_eq!(*line.word(), "one")).join().unwrap();
}
