//! The memory is borrowed as before: the lifetime is not inferred anew.

use own_ref::{Own, Slot, unsize};
use std::fmt::Display;

fn object<'s>(slot: &'s mut Slot<u8>) -> Own<'static, dyn Display> {
    unsize!(slot.put(1) => dyn Display)
}

fn main() {
    let mut slot = Slot::new();
    assert_eq!(object(&mut slot).to_string(), "1");
}
