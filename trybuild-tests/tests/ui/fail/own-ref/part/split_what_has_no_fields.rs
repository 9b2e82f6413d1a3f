//! Only what is known field by field can be split.

#[path = "../../../../../../own-ref/tests/expanded/my_strings.rs"]
#[allow(dead_code)]
mod my_strings;

use my_strings::MyStrings;
use own_ref::{Own, Slot};

struct Opaque(#[allow(dead_code)] u8);

fn main() {
    let _ = Opaque(1);
    let mut slot = Slot::new();
    let own = slot.put(Opaque(1));
    let fields = Own::split(own);
    drop(fields);
}
