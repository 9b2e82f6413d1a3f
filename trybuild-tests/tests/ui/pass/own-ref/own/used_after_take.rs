//! A value is moved out once.

use own_ref::{Own, Slot};

fn main() {
    let mut slot = Slot::new();
    let own = slot.put(String::from("once"));
    let (text, hole) = Own::take(own);
    drop(hole);
    drop(text);
}
