//! A second allocation of a slice, by `make_mut`.

use leak::sync::Arc;

/// Borrows until it is dropped.
#[derive(Clone)]
struct Guard<'a>(&'a str);

// SAFETY: clause 1: `'a` is `'static`. Clause 2: a reference owns nothing.
unsafe impl leak::Leak for Guard<'_> where Self: 'static {}

fn main() {
    let name = String::from("ann");
    let guard = Guard(&name);
    // SAFETY: clause 1: both pointers are dropped below.
    let mut shared: Arc<[_]> = unsafe { Arc::from_std_unchecked(std::sync::Arc::from([guard])) };
    let _also = shared.clone();
    let _ = Arc::make_mut(&mut shared);
}
