//! The memory is borrowed for as long as the owned reference lives.

use own_ref::Slot;

fn main() {
    let mut slot = Slot::new();
    let first = slot.put(String::from("first"));
    drop(first);
    let second = slot.put(String::from("second"));
    drop(second);
}
