//! The pointer of std in a future makes it stay on its thread, as always.

use capsule::task::InCapsule;
use capsule::task::Rc;

fn spawn(_: impl Future + Send) {}

fn main() {
    spawn(InCapsule::new(async {
        let rc = Rc::new(1);
        std::future::ready(()).await;
        drop(rc);
    }));
}
