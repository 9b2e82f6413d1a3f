//! Nor does `Plain` take it: what has a brand isn't `'static`.

use capsule::{Capsule, Plain, Rc, family};
use send_wrapper::SendWrapper;

fn main() {
    let capsule = Capsule::<family!(Plain<SendWrapper<Rc<'b, u32>>>)>::new(|b| {
        let rc = Rc::new(b, 1);
        Plain(SendWrapper::new(rc.clone()))
    });
    std::thread::spawn(move || drop(capsule)).join().unwrap();
}
