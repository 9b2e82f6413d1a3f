//! A channel that was there before the region has no type for its pointers.

use capsule::Rc;
use std::sync::mpsc::channel;

fn main() {
    let (sender, receiver) = channel();
    capsule::region(|b, _token| {
        let rc = Rc::new(b, 1);
        sender.send(*rc).unwrap();
    });
    assert!(receiver.recv().is_ok());
}
