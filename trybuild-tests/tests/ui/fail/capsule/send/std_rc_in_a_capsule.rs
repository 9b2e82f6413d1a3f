//! The same, without a struct: such a capsule can be made, and can't be sent.

use capsule::{Capsule, family};
use std::rc::Rc;

fn main() {
    let kept = Rc::new(1);
    let capsule = Capsule::<family!((Rc<u32>, capsule::Weak<'b, u32>))>::new(|_| (kept.clone(), Default::default()));
    std::thread::spawn(move || drop(capsule));
    drop(kept);
}
