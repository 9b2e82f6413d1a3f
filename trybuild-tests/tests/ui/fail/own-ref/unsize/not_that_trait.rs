//! What doesn't coerce, doesn't.

use own_ref::{Slot, unsize};

fn main() {
    let mut slot = Slot::new();
    let own = unsize!(slot.put(vec![1]) => dyn std::fmt::Display);
    assert_eq!(own.to_string(), "1");
}
