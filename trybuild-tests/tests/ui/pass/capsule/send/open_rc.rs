//! A pointer of an open region stays on the thread. What can be sent is the capsule.

use capsule::{Capsule, Rc, family};

fn main() {
    let packed = Capsule::<family!(Rc<'b, u32>)>::new(|b| Rc::new(b, 1));
    std::thread::scope(|s| {
        s.spawn(move || drop(packed));
    });
}
