//! A value is pinned only in a slot that is.

use own_ref::PinSlot;

fn main() {
    let mut slot = PinSlot::new();
    let one = slot.put(1);
    assert_eq!(*one, 1);
}
