//! All mistakes of one item are reported at once, and none of them twice.

use core::fmt::Debug;

#[leak::leak_bounds(bound = "T: Leak", crate = 1)]
trait Show<T: ?Leak + ?Forget>: Debug + ?Leak {
    type Item: ?Leak;
    fn show<U: ?Leak>(&self, value: impl ?Leak) -> Box<dyn Debug + ?Leak>
    where
        T: ?Leak,
        U: Leak,
        Vec<U>: ?Leak;
}

fn main() {}
