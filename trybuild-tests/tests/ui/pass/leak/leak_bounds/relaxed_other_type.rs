//! Only a type parameter gets a bound, so only there can it be relaxed.

use core::fmt::Debug;

#[leak::leak_bounds]
fn show<T>(value: &Vec<T>)
where
    Vec<T>: Debug,
{
    println!("{value:?}");
}

fn main() {
    show(&vec![1]);
}
