//! What a child takes along must be `Send`.

use leak::structured::scope;
use std::rc::Rc;

fn main() {
    let shared = Rc::new(1);
    scope(|set| {
        set.spawn(move |_| drop(shared)).detach();
    })
    .unwrap();
}
