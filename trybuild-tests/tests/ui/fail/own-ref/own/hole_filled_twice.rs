//! A hole is used up by filling it.

use own_ref::Slot;

fn main() {
    let mut slot = Slot::new();
    let hole = slot.hole();
    let first = hole.put(1);
    let second = hole.put(2);
    assert_eq!(*first + *second, 3);
}
