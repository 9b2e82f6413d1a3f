//! `Plain` is for what is `Send`.

use capsule::{Capsule, Plain};
use std::rc::Rc;

fn main() {
    let capsule = Capsule::<Plain<Rc<u32>>>::new(|_| Plain(Rc::new(1)));
    std::thread::spawn(move || drop(capsule)).join().unwrap();
}
