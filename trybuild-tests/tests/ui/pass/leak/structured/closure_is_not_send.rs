//! What a child takes along must be `Send`.

use leak::structured::scope;
use std::sync::Arc;

fn main() {
    let shared = Arc::new(1);
    scope(|set| {
        set.spawn(move |_| drop(shared)).detach();
    })
    .unwrap();
}
