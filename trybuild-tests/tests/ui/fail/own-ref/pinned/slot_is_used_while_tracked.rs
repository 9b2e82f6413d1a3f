//! One handle at a time.

use own_ref::PinSlot;
use std::pin::pin;

fn main() {
    let mut slot = pin!(PinSlot::new());
    let one = slot.as_mut().put(1);
    slot.as_mut().clear();
    assert_eq!(*one, 1);
    drop(one);

}
