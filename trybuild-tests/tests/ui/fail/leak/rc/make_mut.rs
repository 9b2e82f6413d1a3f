//! A second allocation, by `make_mut`.

use leak::rc::Rc;

/// Borrows until it is dropped.
#[derive(Clone)]
struct Guard<'a>(&'a str);

// SAFETY: clause 1: `'a` is `'static`. Clause 2: a reference owns nothing.
unsafe impl leak::Leak for Guard<'_> where Self: 'static {}

fn main() {
    let name = String::from("ann");
    let guard = Guard(&name);
    // SAFETY: clause 1: both pointers are dropped below.
    let mut shared = unsafe { Rc::new_unchecked(guard) };
    let _also = shared.clone();
    let _ = Rc::make_mut(&mut shared);
}
