// Another macro adds a field after the derive has seen the struct.
use own_ref::{Fields, Own, Slot};

#[derive(Fields)]
#[hostile_macros::add_field(extra: String)]
struct Data {
    field: String,
}

fn main() {
    let mut slot = Slot::new();
    let (field, extra) = (String::new(), String::new());
    let data = Data { field, extra };
    drop(Own::split(slot.put(data)));
}
