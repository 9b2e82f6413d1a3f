//! Each region has its own brand, also where one is inside of the other.

use capsule::{Capsule, Rc, family};

fn main() {
    capsule::region(|outer, _token| {
        let mut kept = vec![Rc::new(outer, 1)];
        let capsule = Capsule::<family!(Rc<'b, u32>)>::new(|b| {
            let rc = Rc::new(b, 2);
            kept.push(rc.clone());
            rc
        });
        drop(capsule);
    });
}
