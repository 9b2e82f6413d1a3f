//! A thread may capture only what may be sent.

use std::sync::Arc as Rc;

fn main() {
    let shared = Rc::new(1);
    leak::scope(|s| {
        let shared = Rc::clone(&shared);
        s.spawn(move || drop(shared)).detach();
    });
}
