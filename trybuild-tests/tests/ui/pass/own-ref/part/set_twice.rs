//! The old value would be lost.

#[path = "../../../../../../own-ref/tests/expanded/my_strings.rs"]
#[allow(dead_code)]
mod my_strings;

use my_strings::MyStrings;
use own_ref::Slot;

fn main() {
    let mut slot = Slot::<MyStrings<u8>>::new();
    let part = slot.hole().part().set_x(String::from("first"));
    let part = part.drop_x();
    drop(part.set_x(String::from("second")));
}
