//! All mistakes of one item are reported at once, and none of them twice.

use core::fmt::Debug;

#[leak::leak_bounds(crate = leak)]
trait Show<T: ?Leak>: Debug {
    type Item;
    fn show<U: ?Leak>(&self, value: impl Sized + ?Leak) -> Box<dyn Debug>;
}

fn main() {}
