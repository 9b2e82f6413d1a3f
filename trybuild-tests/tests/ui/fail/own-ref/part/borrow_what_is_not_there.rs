//! There is nothing to look at.

#[path = "../../../../../../own-ref/tests/expanded/my_strings.rs"]
#[allow(dead_code)]
mod my_strings;

use my_strings::MyStrings;
use own_ref::Slot;

fn main() {
    let mut slot = Slot::<MyStrings<String>>::new();
    let part = slot.hole().part().set_x(String::new());
    assert!(part.y().is_empty());
}
