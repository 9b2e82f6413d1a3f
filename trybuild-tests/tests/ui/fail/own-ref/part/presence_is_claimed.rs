//! What the methods rest on can't be claimed for an absent field.

#[path = "../../../../../../own-ref/tests/expanded/my_strings.rs"]
#[allow(dead_code)]
mod my_strings;

use my_strings::{MyStrings, MyStringsHasY};
use own_ref::Slot;

impl MyStringsHasY for own_ref::Absent {}
fn _used<T: MyStringsHasY>() {}

fn main() {
    let mut slot = Slot::<MyStrings<u8>>::new();
    let part = slot.hole().part().set_x(String::new());

    drop(part.finish());
}
