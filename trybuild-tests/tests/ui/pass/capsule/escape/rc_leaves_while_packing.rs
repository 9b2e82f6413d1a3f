//! While a region is built, nothing of it can be kept back.

use capsule::{Capsule, Rc, family};

fn main() {
    let mut kept = None;
    let capsule = Capsule::<family!(Rc<'b, u32>)>::new(|b| {
        let rc = Rc::new(b, 1);
        kept = Some(*rc);
        rc
    });
    drop((capsule, kept));
}
