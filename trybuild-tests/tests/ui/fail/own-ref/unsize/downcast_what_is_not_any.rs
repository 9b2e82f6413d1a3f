//! Only `dyn Any` knows its type.

use own_ref::{Own, Slot, unsize};

fn main() {
    let mut slot = Slot::new();
    let own = unsize!(slot.put(1_u8) => dyn std::fmt::Debug);
    assert!(Own::downcast::<u8>(own).is_ok());
}
