//! There is no pointer without a region: a default would have any brand, `'static` too.

use capsule::Rc;

fn main() {
    capsule::region(|b, _token| {
        let rc: Rc<'_, u32> = Rc::new(b, Default::default());
        assert_eq!(*rc, 0);
    });
}
