//! There is nothing to take.

#[path = "../../../../../../own-ref/tests/expanded/my_strings.rs"]
#[allow(dead_code)]
mod my_strings;

use my_strings::MyStrings;
use own_ref::Slot;

fn main() {
    let mut slot = Slot::<MyStrings<u8>>::new();
    let part = slot.hole().part().set_x(String::new());
    drop(part.take_x());
}
