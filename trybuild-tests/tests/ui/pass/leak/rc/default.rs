//! A pointer that can own itself, by `Default`. The guard gets what it borrows later.

use leak::rc::Rc;
use std::cell::Cell;

/// Borrows until it is dropped, and can be given something else to borrow.
#[derive(Default)]
struct Guard<'a>(Cell<&'a str>);

// SAFETY: clause 1: `'a` is `'static`. Clause 2: a reference owns nothing.
unsafe impl leak::Leak for Guard<'_> where Self: 'static {}

fn main() {
    let name = "ann";
    let shared = Rc::<Guard<'_>>::default();
    shared.0.set(&name);
}
