//! Who has a brand works on the region, and that is one thread.

use capsule::Rc;

fn main() {
    capsule::region(|_b, _token| {
        std::thread::scope(|s| {
            s.spawn(move || capsule::region(|b, _token| drop(Rc::new(b, 1))));
        });
    });
}
