//! A wrapper that never drops, filled by std.

use leak::mem::ManuallyDrop;

/// Borrows until it is dropped.
struct Guard<'a>(&'a str);

// SAFETY: clause 1: `'a` is `'static`. Clause 2: a reference owns nothing.
unsafe impl leak::Leak for Guard<'_> where Self: 'static {}

fn main() {
    let name = String::from("ann");
    let guard = Guard(&name);
    let _ = ManuallyDrop::from_std(core::mem::ManuallyDrop::new(guard));
}
