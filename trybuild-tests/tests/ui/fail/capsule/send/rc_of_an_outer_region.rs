//! A family is `'static`, so the pointers of another region can't be in its types.

use capsule::{Capsule, Rc, family};

fn inner<'outer>(rc: &Rc<'outer, u32>) -> Capsule<family!(for<'b> Rc<'outer, u32>)> {
    Capsule::new(|_| rc.clone())
}

fn main() {
    capsule::region(|b, _token| {
        let rc = Rc::new(b, 1);
        let inner = inner(&rc);
        std::thread::scope(|s| {
            s.spawn(move || drop(inner));
        });
        drop(rc.clone());
    });
}
