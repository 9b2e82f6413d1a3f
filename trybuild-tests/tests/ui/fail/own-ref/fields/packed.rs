// Fields of packed structs aren't aligned.
use own_ref::{Fields, Own, Slot};

#[derive(Fields)]
#[repr(C, packed(2))]
struct Packed {
    number: u64,
}

fn main() {
    let mut slot = Slot::new();
    let PackedOwn { number } = Own::split(slot.put(Packed { number: 1 }));
    assert_eq!(*number, 1);
}
