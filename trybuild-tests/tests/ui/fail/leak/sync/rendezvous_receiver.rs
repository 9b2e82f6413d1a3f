//! The end of a rendezvous of guards has the type of one with a buffer, so it is no `Leak`.

use leak::mem;
use leak::sync::mpsc::rendezvous;

/// Borrows until it is dropped.
struct Guard<'a>(&'a str);

// SAFETY: clause 1: `'a` is `'static`. Clause 2: a reference owns nothing.
unsafe impl leak::Leak for Guard<'_> where Self: 'static {}

fn main() {
    let name = String::from("ann");
    let guard = Guard(&name);
    let (sender, receiver) = rendezvous();
    sender.try_send(guard).ok();
    mem::forget(receiver);
}
