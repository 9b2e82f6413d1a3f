//! A type without the trait, inside others that have it if it has.

use leak::mem;

#[expect(dead_code, reason = "only forgotten")]
struct Handle(*mut i32);

// Nothing here says that a handle may be forgotten.

fn main() {
    let mut number = 7;
    mem::forget(vec![(Handle(&raw mut number), 1)]);
}
