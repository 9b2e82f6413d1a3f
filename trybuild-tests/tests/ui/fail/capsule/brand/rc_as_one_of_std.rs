//! The pointer of std has no brand to keep it in the region.

use capsule::Rc;

fn main() {
    capsule::region(|b, _token| {
        let rc = Rc::new(b, 1);
        let std: std::rc::Rc<u32> = rc.into();
        drop(std);
    });
}
