//! A forgotten splice forgets what was to be put in.

use leak::mem;

/// Borrows until it is dropped.
struct Guard<'a>(&'a str);

// SAFETY: clause 1: `'a` is `'static`. Clause 2: a reference owns nothing.
unsafe impl leak::Leak for Guard<'_> where Self: 'static {}

fn main() {
    let name = "ann";
    let guard = Guard(&name);
    let mut guards = Vec::new();
    mem::forget(guards.splice(.., [guard]));
}
