//! Nor can it be left in a variable that was there before.

use capsule::{Capsule, Rc, family};

fn main() {
    let mut capsule = Capsule::<family!(Rc<'b, u32>)>::new(|b| Rc::new(b, 1));
    let mut kept = Vec::new();
    capsule.with(|rc, _token| kept.push(rc.clone()));
    assert_eq!(kept.len(), 1);
}
