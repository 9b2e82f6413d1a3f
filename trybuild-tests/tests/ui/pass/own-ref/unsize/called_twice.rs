//! A callable is used up by calling it.

use own_ref::{CallOnce, Own, Slot, unsize};

fn main() {
    let mut slot = Slot::new();
    let call: Own<'_, dyn CallOnce<(), Output = u8>> = unsize!(slot.put(|| 1) => dyn CallOnce<(), Output = u8>);
    assert_eq!(Own::call(call, ()), 1);
}
