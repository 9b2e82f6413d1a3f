//! Nothing but unsizing: not a cast between pointers.

use own_ref::{Slot, unsize};

fn main() {
    let mut slot = Slot::new();
    let own = unsize!(slot.put(1_u32) => [u8; 4]);
    assert_eq!(own[0], 1);
}
