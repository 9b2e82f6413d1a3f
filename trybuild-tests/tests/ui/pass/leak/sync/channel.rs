//! A buffer that can own its own receiver.

use leak::sync::mpsc::channel;

/// Borrows until it is dropped.
struct Guard<'a>(&'a str);

// SAFETY: clause 1: `'a` is `'static`. Clause 2: a reference owns nothing.
unsafe impl leak::Leak for Guard<'_> where Self: 'static {}

fn main() {
    let name = "ann";
    let guard = Guard(&name);
    let (sender, _receiver) = channel();
    sender.send(guard).ok();
}
