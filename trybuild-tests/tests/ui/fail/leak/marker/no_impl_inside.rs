//! A type without the trait, inside others that have it if it has.

use leak::mem;

struct Point;

// IMPL

fn main() {
    mem::forget(vec![(Point, 1)]);
}
