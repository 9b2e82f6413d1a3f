//! A buffer that was made by std, by its sender.

use leak::sync::mpsc::Sender;

/// Borrows until it is dropped.
struct Guard<'a>(&'a str);

// SAFETY: clause 1: `'a` is `'static`. Clause 2: a reference owns nothing.
unsafe impl leak::Leak for Guard<'_> where Self: 'static {}

fn main() {
    let name = String::from("ann");
    let guard = Guard(&name);
    let (sender, _receiver) = std::sync::mpsc::channel();
    Sender::from_std(sender).send(guard).ok();
}
