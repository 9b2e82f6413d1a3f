//! A join handle owns the result of its thread.

use leak::Leak;

/// Borrows until it is dropped.
struct Guard<'a>(&'a str);

// SAFETY: clause 1: `'a` is `'static`. Clause 2: a reference owns nothing.
unsafe impl leak::Leak for Guard<'_> where Self: 'static {}

fn forgettable<T: Leak>(_: &T) {}

fn main() {
    let name = String::from("ann");
    let guard = Guard(&name);
    std::thread::scope(|s| forgettable(&s.spawn(move || guard)));
}
