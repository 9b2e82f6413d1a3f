//! A guard among the captures.

use leak::{LeakFn, mem};

/// Borrows until it is dropped.
struct Guard<'a>(&'a str);

// SAFETY: clause 1: `'a` is `'static`. Clause 2: a reference owns nothing.
unsafe impl leak::Leak for Guard<'_> where Self: 'static {}

fn main() {
    let name = "ann";
    let guard = Guard(&name);
    mem::forget(LeakFn::new(guard, |guard, ()| guard.0.len()));
}
