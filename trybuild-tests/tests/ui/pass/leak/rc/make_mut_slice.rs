//! A second allocation of a slice, by `make_mut`.

use leak::rc::Rc;

/// Borrows until it is dropped.
#[derive(Clone)]
struct Guard<'a>(&'a str);

// SAFETY: clause 1: `'a` is `'static`. Clause 2: a reference owns nothing.
unsafe impl leak::Leak for Guard<'_> where Self: 'static {}

fn main() {
    let name = "ann";
    let guard = Guard(&name);
    // SAFETY: clause 1: both pointers are dropped below.
    let mut shared: Rc<[_]> = unsafe { Rc::from_std_unchecked(std::rc::Rc::from([guard])) };
    let _also = shared.clone();
    let _ = Rc::make_mut(&mut shared);
}
