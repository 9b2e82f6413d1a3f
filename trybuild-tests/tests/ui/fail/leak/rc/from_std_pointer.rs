//! A pointer that can own itself, made by std, by `From`.

use leak::rc::Rc;

/// Borrows until it is dropped.
struct Guard<'a>(&'a str);

// SAFETY: clause 1: `'a` is `'static`. Clause 2: a reference owns nothing.
unsafe impl leak::Leak for Guard<'_> where Self: 'static {}

fn main() {
    let name = String::from("ann");
    let guard = Guard(&name);
    let _: Rc<Guard<'_>> = Rc::from(std::rc::Rc::new(guard));
}
