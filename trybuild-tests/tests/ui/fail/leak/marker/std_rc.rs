//! The pointers of std are `Leak` only if their value is.

use leak::mem;
use std::rc::Rc;

/// Borrows until it is dropped.
struct Guard<'a>(&'a str);

// SAFETY: clause 1: `'a` is `'static`. Clause 2: a reference owns nothing.
unsafe impl leak::Leak for Guard<'_> where Self: 'static {}

fn main() {
    let name = String::from("ann");
    let guard = Guard(&name);
    mem::forget(Rc::new(guard));
}
