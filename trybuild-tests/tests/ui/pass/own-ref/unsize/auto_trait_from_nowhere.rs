//! A trait object doesn't become `Send`.

use own_ref::{Own, Slot, unsize};
use std::any::Any;

fn main() {
    let mut slot = Slot::new();
    let own: Own<'_, dyn Any + Send> = unsize!(slot.put(1) => dyn Any + Send);
    let sendable = unsize!(own => dyn Any + Send);
    assert!(sendable.is::<i32>());
}
