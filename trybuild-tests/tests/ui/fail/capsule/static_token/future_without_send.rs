//! Nor is a future `Send` for holding something else that isn't.

use capsule::token;
use capsule::token::Rc;

fn spawn(_: impl Future + Send) {}

fn main() {
    spawn(async {
        token!(t);
        let rc = Rc::new(&t, 1);
        let other = std::rc::Rc::new(1);
        std::future::ready(()).await;
        rc.free(&mut t);
        drop(other);
    });
}
