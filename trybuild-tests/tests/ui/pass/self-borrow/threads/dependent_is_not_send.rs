//! A reference to a `Cell` can't go to another thread, even if the `Cell` goes with it: there might be others.

use self_borrow::self_borrow;
use std::cell::Cell;
use std::thread;

#[self_borrow]
struct Line {
    #[lend('number)]
    number: Box<u32>,
    again: &'number u32,
}

fn main() {
    let line = Line::new(Box::new(3), |number| number);
    thread::spawn(move || assert_eq!(**line.again(), 3)).join().unwrap();
}
