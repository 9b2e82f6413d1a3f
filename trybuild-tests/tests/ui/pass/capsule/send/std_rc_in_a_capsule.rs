//! The same, without a struct: such a capsule can be made, and can't be sent.

use capsule::{Capsule, family};
use std::rc::Rc  as StdRc;

fn main() {
    let kept = StdRc::new(1);
    let capsule = Capsule::<family!((capsule::Rc<'b, u32>, capsule::Weak<'b, u32>))>::new(|b| (capsule::Rc::new(b, *kept), Default::default()));
    std::thread::spawn(move || drop(capsule));
    drop(kept);
}
