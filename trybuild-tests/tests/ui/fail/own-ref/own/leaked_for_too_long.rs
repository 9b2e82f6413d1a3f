//! What is leaked lies in the slot, and lives no longer than that.

use own_ref::{Own, Slot};

fn main() {
    let mut slot = Slot::new();
    let text: &'static mut String = Own::leak(slot.put(String::from("leaked")));
    text.push('!');
}
