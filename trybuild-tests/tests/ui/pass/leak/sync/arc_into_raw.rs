//! A pointer that becomes raw, and so never drops.

use leak::sync::Arc;

/// Borrows until it is dropped.
struct Guard<'a>(&'a str);

// SAFETY: clause 1: `'a` is `'static`. Clause 2: a reference owns nothing.
unsafe impl leak::Leak for Guard<'_> where Self: 'static {}

fn main() {
    let name = "ann";
    let guard = Guard(&name);
    // SAFETY: clause 1: the pointer is given to the next line only.
    let shared = unsafe { Arc::new_unchecked(guard) };
    let _ = Arc::into_raw(shared);
}
