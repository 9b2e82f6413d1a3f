// A type macro that means something else each time: what is listed isn't what is there.
use own_ref::{Fields, Slot};

#[derive(Fields)]
struct Data {
    field: hostile_macros::echo!(String),
}

fn main() {
    let mut slot = Slot::<Data>::new();
    drop(slot.hole().part().set_field(Default::default()).finish());
}
