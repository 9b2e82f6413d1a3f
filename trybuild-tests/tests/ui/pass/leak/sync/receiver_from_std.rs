//! A buffer that was made by std, by its receiver.

use leak::sync::mpsc::Receiver;

/// Borrows until it is dropped.
struct Guard<'a>(&'a str);

// SAFETY: clause 1: `'a` is `'static`. Clause 2: a reference owns nothing.
unsafe impl leak::Leak for Guard<'_> where Self: 'static {}

fn main() {
    let name = "ann";
    let guard = Guard(&name);
    let (sender, receiver) = std::sync::mpsc::channel();
    sender.send(guard).ok();
    let _ = Receiver::from_std(receiver);
}
