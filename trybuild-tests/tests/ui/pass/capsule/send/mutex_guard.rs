//! A lock must be released on the thread that took it.

use capsule::{CapsuleSend, Rc};
use std::sync::{Mutex};

static LOCK: Mutex<u32> = Mutex::new(1);

#[derive(CapsuleSend)]
struct Node<'b> {
    #[capsule(send)]
    lock: &'static Mutex<u32>,
    name: Rc<'b, str>,
}

fn main() {
    capsule::region(|b, _token| {
        let lock = &LOCK;
        drop(Node { lock, name: Rc::from_str(b, "a") });
    });
}
