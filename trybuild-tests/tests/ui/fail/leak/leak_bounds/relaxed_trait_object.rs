//! A trait object is a type, not a parameter.

use core::fmt::Debug;

#[leak::leak_bounds]
fn show(value: &(dyn Debug + Sync + ?Leak)) {
    println!("{value:?}");
}

fn main() {
    show(&1);
}
