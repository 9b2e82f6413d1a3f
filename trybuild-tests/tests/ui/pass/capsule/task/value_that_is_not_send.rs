//! The values go where the task goes.

use capsule::task::Rc;

fn main() {
    let _: Option<Rc<std::cell::Cell<u32>>> = None;
}
