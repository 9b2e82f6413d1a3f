//! A lock must be released on the thread that took it.

use capsule::task::{InCapsule, Rc};
use std::sync::Mutex;

fn spawn(_: impl Future + Send) {}

fn main() {
    spawn(InCapsule::new(async {
        let mutex = Rc::new(Mutex::new(1));
        let guard = mutex.lock();
        drop(guard);
        std::future::ready(()).await;
    }));
}
