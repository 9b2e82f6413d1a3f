//! A marked trait object that borrows.

use leak::{Unleak, mem};

/// Borrows until it is dropped.
struct Guard<'a>(&'a str);

// SAFETY: clause 1: `'a` is `'static`. Clause 2: a reference owns nothing.
unsafe impl leak::Leak for Guard<'_> where Self: 'static {}

fn main() {
    let name = "ann";
    let guard = Guard(&name);
    let work: Box<dyn Fn() -> usize + '_> = Box::new(move || guard.0.len());
    mem::forget(Unleak(work));
}
