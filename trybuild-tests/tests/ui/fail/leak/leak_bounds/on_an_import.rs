//! An import declares no parameters.

#[leak::leak_bounds]
use core::mem;

fn main() {
    assert_eq!(mem::size_of::<u8>(), 1);
}
