//! What is dropped elsewhere is destroyed later, so it borrows nothing.

use capsule::task::{InCapsule, Rc};
use std::pin::pin;
use std::task::{Context, Waker};

fn main() {
    let text = String::from("a");
    let task = pin!(InCapsule::new(async {
        let rc = Rc::new(&text);
        rc.with(|text| text.len())
    }));
    assert!(task.poll(&mut Context::from_waker(Waker::noop())).is_ready());
}
