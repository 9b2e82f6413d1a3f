//! A shared reference shows the place of the owner.

use self_borrow::self_borrow;
use std::sync::Mutex as Lock;
use std::thread;

#[self_borrow]
struct Line {
    #[lend('text)]
    text: Box<Lock<String>>,
    word: (usize, std::marker::PhantomData<fn() -> &'text str>),
}

fn main() {
    let line = Line::new(Box::new(Lock::new("one".to_owned())), |_| (3, std::marker::PhantomData));
    thread::scope(|s| {
        s.spawn(|| assert_eq!(line.word().0, 3));
    });
    drop(line);
}
