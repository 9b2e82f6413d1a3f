//! An owned reference doesn't leave the function whose stack it points into.

use own_ref::{Own, Slot};

fn make<'a>() -> Own<'a, String> {
    let mut slot = Slot::new();
    slot.put(String::from("made"))
}

fn main() {
    let own = make();
    assert_eq!(*own, "made");
}
