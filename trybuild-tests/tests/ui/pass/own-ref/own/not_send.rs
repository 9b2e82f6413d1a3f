//! It is `Send` as the value is.

use own_ref::Slot;
use std::sync::Arc as Shared;

fn main() {
    let mut slot = Slot::new();
    let own = slot.put(Shared::new(1));
    std::thread::scope(|s| {
        s.spawn(move || assert_eq!(**own, 1));
    });
}
