//! A forgotten drain forgets the elements that it only borrows.

use leak::mem;
use std::collections::HashMap;

/// Borrows until it is dropped.
struct Guard<'a>(&'a str);

// SAFETY: clause 1: `'a` is `'static`. Clause 2: a reference owns nothing.
unsafe impl leak::Leak for Guard<'_> where Self: 'static {}

fn main() {
    let name = String::from("ann");
    let guard = Guard(&name);
    let mut guards = HashMap::from([(1, guard)]);
    mem::forget(guards.drain());
}
