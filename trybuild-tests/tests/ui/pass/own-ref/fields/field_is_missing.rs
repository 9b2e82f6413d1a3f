// The compiler says which field is missing.
use own_ref::{Fields, Slot};

#[derive(Fields)]
struct Point {
    x: u32,
    y: u32,
}

fn main() {
    let mut slot = Slot::<Point>::new();
    let point = slot.hole().part().set_x(1).set_y(2).finish();
    assert_eq!(point.x + point.y, 3);
}
