//! What must not move, doesn't.

use own_ref::{PinSlot, Tracked};
use std::marker::PhantomPinned;
use std::pin::pin;

fn main() {
    let slot = pin!(PinSlot::new());
    let pinned = slot.put((PhantomPinned, 1));
    let _ = PhantomPinned;
    assert_eq!(Tracked::into_inner(pinned).1, 1);
}
