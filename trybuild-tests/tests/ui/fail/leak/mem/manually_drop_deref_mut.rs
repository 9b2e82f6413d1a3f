//! A wrapper that never drops, by assignment: the guard in it was `Leak`, the other is not.

use leak::mem::ManuallyDrop;

/// Borrows until it is dropped.
struct Guard<'a>(&'a str);

// SAFETY: clause 1: `'a` is `'static`. Clause 2: a reference owns nothing.
unsafe impl leak::Leak for Guard<'_> where Self: 'static {}

fn main() {
    let name = String::from("ann");
    let guard = Guard(&name);
    let mut slot = ManuallyDrop::new(Guard("static"));
    *slot = guard;
}
