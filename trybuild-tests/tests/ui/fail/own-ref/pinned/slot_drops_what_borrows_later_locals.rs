//! The slot may drop the value, so what the value borrows must outlive the slot.

use own_ref::PinSlot;
use std::cell::Cell;
use std::pin::pin;

fn main() {
    let mut slot = pin!(PinSlot::new());
    let cell = Cell::new(1);

    let value = slot.as_mut().put(&cell);
    assert_eq!(value.get(), 1);
}
