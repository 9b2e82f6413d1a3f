//! An owned reference can be forgotten, so it can't keep the promise of `Pin`.

use own_ref::Slot;
use std::pin::Pin;

fn main() {
    let mut slot = Slot::new();
    let own = slot.put(());
    let pinned = Pin::new(own);
    drop(pinned);
}
