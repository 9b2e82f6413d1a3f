//! A pointer that can own itself, by `From<&[T]>`.

use leak::rc::Rc;

/// Borrows until it is dropped.
#[derive(Clone)]
struct Guard<'a>(&'a str);

// SAFETY: clause 1: `'a` is `'static`. Clause 2: a reference owns nothing.
unsafe impl leak::Leak for Guard<'_> where Self: 'static {}

fn main() {
    let name = "ann";
    let guard = Guard(&name);
    let _: Rc<[_]> = Rc::from(&[guard][..]);
}
