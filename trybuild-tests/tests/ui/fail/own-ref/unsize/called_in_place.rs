//! Calling moves the closure out, so it is not for references.

use own_ref::{CallOnce, Own, Slot};

fn main() {
    let mut slot = Slot::new();
    let text = String::from("text");
    let mut call = slot.put(move || text);
    let first = call.call_in_place(());
    assert_eq!(first, "text");
    assert_eq!(Own::call(call, ()), "text");
    fn _is_call_once<F: CallOnce<(), Output = String>>(_: F) {}
}
