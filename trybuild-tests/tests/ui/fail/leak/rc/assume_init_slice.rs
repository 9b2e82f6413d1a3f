//! A slice that is filled with guards later.

use leak::rc::Rc;

/// Borrows until it is dropped.
struct Guard<'a>(&'a str);

// SAFETY: clause 1: `'a` is `'static`. Clause 2: a reference owns nothing.
unsafe impl leak::Leak for Guard<'_> where Self: 'static {}

fn main() {
    let name = String::from("ann");
    let guard = Guard(&name);
    let mut shared = Rc::new_uninit_slice(1);
    if let Some([slot]) = Rc::get_mut(&mut shared) {
        // SAFETY: clause 1: see below. Clause 2: the slot was empty.
        unsafe { slot.write_unchecked(guard) };
    }
    // SAFETY: clause 1: just written.
    let _ = unsafe { shared.assume_init() };
}
