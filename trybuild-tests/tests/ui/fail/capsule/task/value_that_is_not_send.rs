//! The values go where the task goes.

use capsule::task::Rc;

fn main() {
    let _: Option<Rc<std::rc::Rc<u32>>> = None;
}
