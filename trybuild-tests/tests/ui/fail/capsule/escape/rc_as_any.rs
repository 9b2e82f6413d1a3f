//! What is in a `dyn Any` is `'static`.

use capsule::Rc;
use std::any::Any;

fn main() {
    capsule::region(|b, _token| {
        let rc = Rc::new(b, 1);
        let any: Box<dyn Any> = Box::new(rc);
        drop(any);
    });
}
