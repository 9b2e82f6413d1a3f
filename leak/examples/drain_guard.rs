//! A guard that breaks what it borrows: elements are moved out of a vector, which goes on counting them.
//!
//! While [`leak::vec::drain_range`] is under way, the vector says that it owns what it doesn't. The guard's
//! destructor mends it. std's guard for the same job can be forgotten, so it must not leave anything
//! broken: it gives up the vector's tail in advance, and that tail is lost if it is forgotten.
//!
//! ```text
//! cargo run -p leak --example drain_guard
//! ```
#![forbid(unsafe_code)]
#![expect(clippy::mem_forget, reason = "what happens then is the point")]

use core::cell::RefCell;
use core::panic::AssertUnwindSafe;
use leak::LocalHeld;
use leak::vec::{Draining, drain_range};
use std::panic::catch_unwind;
use std::rc::Rc;

/// A job that says when it is dropped, and panics if it is a bad one.
struct Job<'a> {
    name: &'static str,
    dropped: &'a RefCell<Vec<&'static str>>,
}

impl Drop for Job<'_> {
    fn drop(&mut self) {
        self.dropped.borrow_mut().push(self.name);
        assert_ne!(self.name, "bad", "dropped a bad one");
    }
}

fn jobs<'a>(names: &[&'static str], dropped: &'a RefCell<Vec<&'static str>>) -> Vec<Job<'a>> {
    names.iter().map(|&name| Job { name, dropped }).collect()
}

fn names(jobs: &[Job<'_>]) -> Vec<&'static str> {
    jobs.iter().map(|job| job.name).collect()
}

/// Takes the first orders, up to one that can't be served. Whichever way it is left, the book is whole:
/// without the range, and with all that was behind.
#[leak::framed]
fn serve(book: &mut Vec<String>, first: usize) -> Result<u32, String> {
    leak::frame!(s);
    let mut served = 0;
    for order in &*s.hold(drain_range(book, ..first)) {
        served += order
            .parse::<u32>()
            .map_err(|_| format!("what is {order:?}?"))?;
    }
    Ok(served)
}

/// A handle that owns itself.
struct Knot<'s, 'v, T> {
    drain: LocalHeld<'s, Draining<'v, T>>,
    knot: RefCell<Option<Rc<Self>>>,
}

fn main() {
    let dropped = RefCell::default();

    println!("forgotten, with std's guard:");
    let mut queue = vec![1, 2, 3, 4, 5];
    core::mem::forget(queue.drain(1..3));
    println!("  {queue:?}: it had set the length to 1 before it gave anything out");
    assert_eq!(queue, [1], "leak amplification: 4 and 5 are lost too");

    println!("forgotten, with ours:");
    let mut queue = vec![1, 2, 3, 4, 5];
    leak::local_scope(|s| {
        let drain = s.hold(drain_range(&mut queue, 1..3));
        assert_eq!(drain.next(), Some(2));
        core::mem::forget(drain);
    });
    println!("  {queue:?}");
    assert_eq!(queue, [1, 4, 5]);

    println!("in a cycle that owns itself:");
    let mut queue = jobs(&["a", "b", "c", "d"], &dropped);
    leak::local_scope(|s| {
        let knot = Rc::new(Knot {
            drain: s.hold(drain_range(&mut queue, 1..3)),
            knot: RefCell::default(),
        });
        knot.knot.replace(Some(Rc::clone(&knot)));
        println!("  took {:?}", knot.drain.next().map(|job| job.name));
    });
    println!("  left {:?}, dropped {:?}", names(&queue), dropped.borrow());
    assert_eq!(names(&queue), ["a", "d"]);
    assert_eq!(dropped.take(), ["b", "c"]);

    println!("an element panics in the guard's destructor:");
    std::panic::set_hook(Box::new(|panic| println!("  {panic}")));
    let mut queue = jobs(&["a", "b", "bad", "c", "d"], &dropped);
    let result = catch_unwind(AssertUnwindSafe(|| {
        leak::local_scope(|s| s.hold(drain_range(&mut queue, 1..4)).keep());
    }));
    assert!(result.is_err());
    println!("  left {:?}, dropped {:?}", names(&queue), dropped.borrow());
    assert_eq!(names(&queue), ["a", "d"], "mended all the same");
    assert_eq!(dropped.take(), ["b", "bad", "c"], "and each was dropped");

    println!("left by `?`:");
    let mut book = ["1", "2", "three", "4", "5"].map(String::from).to_vec();
    let result = serve(&mut book, 4);
    println!("  {result:?}, left {book:?}");
    assert!(result.is_err());
    assert_eq!(book, ["5"]);
    assert_eq!(serve(&mut book, 1), Ok(5));

    println!("all as it should be");
}
