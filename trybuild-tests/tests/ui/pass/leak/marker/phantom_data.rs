//! A type that only names a guard counts as one.

use leak::mem;
use std::marker::PhantomData;

/// Borrows until it is dropped.
struct Guard<'a>(&'a str);

// SAFETY: clause 1: `'a` is `'static`. Clause 2: a reference owns nothing.
unsafe impl leak::Leak for Guard<'_> where Self: 'static {}

fn marker<T>(_: T) -> PhantomData<T> {
    PhantomData
}

fn main() {
    let name = "ann";
    let guard = Guard(&name);
    mem::forget(marker(guard));
}
