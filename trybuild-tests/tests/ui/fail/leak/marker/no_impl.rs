//! A type without the trait: the message says what to do.

use leak::mem;

#[expect(dead_code, reason = "only forgotten")]
struct Handle(*mut i32);

// Nothing here says that a handle may be forgotten.

fn main() {
    let mut number = 7;
    mem::forget(Handle(&raw mut number));
}
