// The destructor comes from another derive.
use own_ref::{Fields, Own, Slot};

#[derive(Fields, hostile_macros::EmptyDrop)]
struct Guard {
    name: String,
}

fn main() {
    let mut slot = Slot::new();
    let name = "guard".to_owned();
    let GuardOwn { name } = Own::split(slot.put(Guard { name }));
    assert_eq!(*name, "guard");
}
