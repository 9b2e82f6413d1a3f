//! A weak pointer made by std, which can be upgraded, by `From`.

use leak::rc::Weak;

/// Borrows until it is dropped.
struct Guard<'a>(&'a str);

// SAFETY: clause 1: `'a` is `'static`. Clause 2: a reference owns nothing.
unsafe impl leak::Leak for Guard<'_> where Self: 'static {}

fn main() {
    let name = String::from("ann");
    let guard = Guard(&name);
    let shared = std::rc::Rc::new(guard);
    let _: Weak<Guard<'_>> = Weak::from(std::rc::Rc::downgrade(&shared));
}
