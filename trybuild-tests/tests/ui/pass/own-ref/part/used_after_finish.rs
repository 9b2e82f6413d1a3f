//! A part is used up by finishing it.

#[path = "../../../../../../own-ref/tests/expanded/my_strings.rs"]
#[allow(dead_code)]
mod my_strings;

use my_strings::MyStrings;
use own_ref::Slot;

fn main() {
    let mut slot = Slot::<MyStrings<u8>>::new();
    let part = slot.hole().part().set_x(String::new()).set_y(1);
    let whole = part.finish();
    drop(whole);
}
