//! `Box::leak` gives out a reference for as long as the type allows; that isn't `'static`.

use capsule::Rc;

fn main() {
    let mut kept: Option<&'static Rc<'_, u32>> = None;
    capsule::region(|b, _token| {
        let rc = Rc::new(b, 1);
        kept = Some(Box::leak(Box::new(rc)));
    });
    // Freed, for leak checkers.
    drop(kept);
}
