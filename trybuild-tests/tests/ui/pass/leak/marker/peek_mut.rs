//! A forgotten `PeekMut` forgets all elements but one.

use leak::mem;
use std::collections::BinaryHeap;

/// Borrows until it is dropped.
#[derive(PartialEq, Eq, PartialOrd, Ord)]
struct Guard<'a>(&'a str);

// SAFETY: clause 1: `'a` is `'static`. Clause 2: a reference owns nothing.
unsafe impl leak::Leak for Guard<'_> where Self: 'static {}

fn main() {
    let name = "ann";
    let guard = Guard(&name);
    let mut guards = BinaryHeap::from([guard]);
    mem::forget(guards.peek_mut());
}
