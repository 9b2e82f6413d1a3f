//! An import declares no parameters.

use core::mem;

fn main() {
    assert_eq!(mem::size_of::<u8>(), 1);
}
