//! A type without the trait: the message says what to do.

use leak::mem;

#[expect(dead_code, reason = "only forgotten")]
struct Point {
    x: i32,
    y: i32,
}

// IMPL

fn main() {
    mem::forget(Point { x: 1, y: 2 });
}
