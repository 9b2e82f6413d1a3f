//! What has a brand can't be taken out without a region to be in.

use capsule::{Capsule, Rc, family};

fn main() {
    let capsule = Capsule::<family!(Rc<'b, u32>)>::new(|b| Rc::new(b, 1));
    let one = capsule.map::<capsule::Plain<u32>>(|one, _| capsule::Plain(*one)).into_inner();
    assert_eq!(*one, 1);
}
