//! A wrapper that never drops, by `swap`: the guard in it was `Leak`, the other is not.

use leak::mem::{self, ManuallyDrop};

/// Borrows until it is dropped.
struct Guard<'a>(&'a str);

// SAFETY: clause 1: `'a` is `'static`. Clause 2: a reference owns nothing.
unsafe impl leak::Leak for Guard<'_> where Self: 'static {}

fn main() {
    let name = "ann";
    let guard = Guard(&name);
    let mut guard = guard;
    let mut slot = ManuallyDrop::new(Guard("static"));
    mem::swap(&mut *slot, &mut guard);
}
