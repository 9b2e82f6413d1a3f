//! Nor is it overwritten.

use own_ref::PinSlot;
use std::marker::PhantomPinned;
use std::pin::pin;

fn main() {
    let slot = pin!(PinSlot::new());
    let mut pinned = slot.put((PhantomPinned, 1));
    let _ = PhantomPinned;
    pinned.1 = 2;
    assert_eq!(pinned.1, 2);
}
