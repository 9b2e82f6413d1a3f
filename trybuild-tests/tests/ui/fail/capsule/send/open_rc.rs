//! A pointer of an open region stays on the thread. What can be sent is the capsule.

use capsule::{Rc};

fn main() {
    capsule::region(|b, _token| {
        let rc = Rc::new(b, 1);
        std::thread::scope(|s| {
            s.spawn(move || drop(rc));
        });
    });
}
