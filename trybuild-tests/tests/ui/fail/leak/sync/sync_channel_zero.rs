//! No buffer, but the type does not say so: `rendezvous` is the function for that.

use leak::sync::mpsc::sync_channel;

/// Borrows until it is dropped.
struct Guard<'a>(&'a str);

// SAFETY: clause 1: `'a` is `'static`. Clause 2: a reference owns nothing.
unsafe impl leak::Leak for Guard<'_> where Self: 'static {}

fn main() {
    let name = String::from("ann");
    let guard = Guard(&name);
    let (sender, _receiver) = sync_channel(0);
    sender.try_send(guard).ok();
}
