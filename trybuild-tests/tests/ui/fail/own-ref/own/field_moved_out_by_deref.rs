//! `Own` is not `Box`: the compiler knows of no partial moves out of it.

use own_ref::{Own, Slot};

struct Pair(String);

fn main() {
    let mut slot = Slot::new();
    let own = slot.put(Pair(String::from("a")));
    let pair = own;
    let Pair(a) = *pair;
    assert_eq!(a, "a");
}
