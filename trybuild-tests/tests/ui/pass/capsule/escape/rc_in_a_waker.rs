//! A waker is `'static`, and `Send`.

use capsule::Rc;
use std::sync::Arc;
use std::task::{Wake, Waker};

struct Waking<T>(T);

impl<T> Wake for Waking<T> {
    fn wake(self: Arc<Self>) {}
}

fn main() {
    let waker = capsule::region(|b, _token| {
        let rc = Rc::new(b, 1);
        Waker::from(Arc::new(Waking(*rc)))
    });
    waker.wake();
}
