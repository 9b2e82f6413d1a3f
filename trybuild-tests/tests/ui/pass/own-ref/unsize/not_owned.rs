//! A reference doesn't own the value.

use own_ref::{Slot, unsize};

fn main() {
    let mut slot = Slot::new();
    let mut own = slot.put(1);
    *own += 1;
    let object = unsize!(own => dyn std::fmt::Display);
    assert_eq!(object.to_string(), "2");
}
