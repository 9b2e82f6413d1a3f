//! What is in a region can't be returned from its opening.

use capsule::{Capsule, Rc, family};

fn main() {
    let mut capsule = Capsule::<family!(Rc<'b, u32>)>::new(|b| Rc::new(b, 1));
    let kept = capsule.with(|rc, _token| rc.clone());
    assert_eq!(*kept, 1);
}
