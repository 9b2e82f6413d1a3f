//! A second guard in a wrapper that never drops, by `Clone`.

use leak::mem::ManuallyDrop;

/// Borrows until it is dropped.
#[derive(Clone)]
struct Guard<'a>(&'a str);

// SAFETY: clause 1: `'a` is `'static`. Clause 2: a reference owns nothing.
unsafe impl leak::Leak for Guard<'_> where Self: 'static {}

fn main() {
    let name = String::from("ann");
    let guard = Guard(&name);
    // SAFETY: clause 1: nothing rests on this guard.
    let slot = unsafe { ManuallyDrop::new_unchecked(guard) };
    let _ = slot.clone();
}
