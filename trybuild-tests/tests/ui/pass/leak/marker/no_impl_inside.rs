//! A type without the trait, inside others that have it if it has.

use leak::mem;

struct Point;

// SAFETY: clauses 1 and 2: no lifetimes here.
unsafe impl leak::Leak for Point {}

fn main() {
    mem::forget(vec![(Point, 1)]);
}
