//! A value is pinned only in a slot that is.

use own_ref::PinSlot;

fn main() {
    let mut slot = std::pin::pin!(PinSlot::new());
    let one = slot.as_mut().put(1);
    assert_eq!(*one, 1);
}
