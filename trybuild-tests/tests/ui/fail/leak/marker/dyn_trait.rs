//! A trait object, unless `Leak` is a supertrait.

use leak::mem;

trait Shape {}

impl Shape for i32 {}

fn main() {
    let shape: Box<dyn Shape> = Box::new(4);
    mem::forget(shape);
}
