//! A thread can't get a reference to a pointer of an open region either: it could clone it.

use capsule::Rc;

fn main() {
    capsule::region(|b, _token| {
        let rc = Rc::new(b, 1);
        let value: &u32 = &rc;
        std::thread::scope(|s| {
            s.spawn(|| assert_eq!(*value, 1));
        });
    });
}
