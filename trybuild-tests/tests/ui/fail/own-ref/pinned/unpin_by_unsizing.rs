//! The value must be `Unpin` for its trait object to be.

use core::fmt::Debug;
use core::marker::PhantomPinned;
use core::pin::pin;
use own_ref::{PinSlot, unsize};

fn main() {
    let slot = pin!(PinSlot::new());
    let object = unsize!(slot.put(PhantomPinned) => dyn Debug + Unpin);
    assert_eq!(format!("{object:?}"), "PhantomPinned");
}
