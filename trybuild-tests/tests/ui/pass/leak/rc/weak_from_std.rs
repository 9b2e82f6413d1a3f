//! A weak pointer made by std, which can be upgraded.

use leak::rc::Weak;

/// Borrows until it is dropped.
struct Guard<'a>(&'a str);

// SAFETY: clause 1: `'a` is `'static`. Clause 2: a reference owns nothing.
unsafe impl leak::Leak for Guard<'_> where Self: 'static {}

fn main() {
    let name = "ann";
    let guard = Guard(&name);
    let shared = std::rc::Rc::new(guard);
    let _ = Weak::from_std(std::rc::Rc::downgrade(&shared));
}
