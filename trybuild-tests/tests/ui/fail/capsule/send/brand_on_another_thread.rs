//! Who has a brand works on the region, and that is one thread.

use capsule::Rc;

fn main() {
    capsule::region(|b, _token| {
        std::thread::scope(|s| {
            s.spawn(move || drop(Rc::new(b, 1)));
        });
    });
}
