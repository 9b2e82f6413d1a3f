//! An owned reference doesn't leave the function whose stack it points into.

use own_ref::{Own, Slot};

fn make<'a>(slot: &'a mut Slot<String>) -> Own<'a, String> {
    slot.put(String::from("made"))
}

fn main() {
    let mut slot = Slot::new();
    let own = make(&mut slot);
    assert_eq!(*own, "made");
}
