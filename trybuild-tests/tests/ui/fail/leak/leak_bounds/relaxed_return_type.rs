//! What a function returns is not a parameter.

use core::fmt::Debug;

#[leak::leak_bounds]
fn make() -> impl Debug + ?Leak {
    1
}

fn main() {
    println!("{:?}", make());
}
