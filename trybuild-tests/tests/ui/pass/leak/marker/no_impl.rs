//! A type without the trait: the message says what to do.

use leak::mem;

#[expect(dead_code, reason = "only forgotten")]
struct Point {
    x: i32,
    y: i32,
}

// SAFETY: clauses 1 and 2: no lifetimes here.
unsafe impl leak::Leak for Point {}

fn main() {
    mem::forget(Point { x: 1, y: 2 });
}
