//! There is no pointer without a region: a default would have any brand, `'static` too.

use capsule::Rc;

fn main() {
    capsule::region(|_b, _token| {
        let rc: Rc<'_, u32> = Default::default();
        assert_eq!(*rc, 0);
    });
}
