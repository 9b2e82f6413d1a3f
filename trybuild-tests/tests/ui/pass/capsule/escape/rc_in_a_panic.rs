//! The payload of a panic is `'static` and `Send`.

use capsule::Rc;
use std::panic::{catch_unwind, panic_any};

fn main() {
    let caught = catch_unwind(|| {
        capsule::region(|b, _token| {
            let rc = Rc::new(b, 1);
            panic_any(*rc);
        })
    });
    assert!(caught.is_err());
}
