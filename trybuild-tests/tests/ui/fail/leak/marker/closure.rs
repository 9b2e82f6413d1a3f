//! A closure: on stable it never has the trait, on nightly not with a raw pointer in it. A `'static`
//! one can be wrapped.

use leak::mem;

fn main() {
    let pointer = core::ptr::null::<u8>();
    mem::forget(move || pointer);
}
