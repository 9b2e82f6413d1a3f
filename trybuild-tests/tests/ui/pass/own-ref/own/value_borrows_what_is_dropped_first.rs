//! Dropping an owned reference runs the destructor of the value, so what that reads must still be there.

use own_ref::Slot;

struct Reads<'a>(&'a String);

impl Drop for Reads<'_> {
    fn drop(&mut self) {
        assert_eq!(self.0, "text");
    }
}

fn main() {
    let mut slot = Slot::new();
    let text = String::from("text");
    let own = slot.put(Reads(&text));
    assert_eq!(own.0, "text");
}
