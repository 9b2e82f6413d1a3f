// Another macro changes the order of the fields after the derive has seen them: each is still found by its
// name, and at its own offset.
use own_ref::{Fields, Own, Slot};

#[derive(Fields)]
#[hostile_macros::reverse_fields]
#[repr(C)]
struct Data {
    small: u8,
    text: String,
    wide: u128,
}

fn main() {
    let mut slot = Slot::<Data>::new();
    let part = slot.hole().part().set_small(1).set_wide(3);
    let whole = part.set_text("2".to_owned()).finish();
    assert_eq!((whole.small, whole.text.as_str(), whole.wide), (1, "2", 3));
    let (text, part) = Own::part(whole).take_text();
    assert_eq!((text.as_str(), *part.small(), *part.wide()), ("2", 1, 3));
}
