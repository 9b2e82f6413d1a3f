//! The expression is not inside the macro's `unsafe` block.

use own_ref::{Slot, unsize};

/// # Safety
///
/// None needed, but the compiler doesn't know.
unsafe fn one() -> u8 {
    1
}

fn main() {
    let mut slot = Slot::new();
    // SAFETY: see there.
    let own = unsize!(slot.put(unsafe { one() }) => dyn std::fmt::Display);
    assert_eq!(own.to_string(), "1");
}
