//! A type without the trait, inside others that have it if it has.

use leak::mem;

#[expect(dead_code, reason = "only forgotten")]
struct Handle(*mut i32);

// SAFETY: clauses 1 and 2: the pointer is not the owner of its target.
unsafe impl leak::Leak for Handle {}

fn main() {
    let mut number = 7;
    mem::forget(vec![(Handle(&raw mut number), 1)]);
}
