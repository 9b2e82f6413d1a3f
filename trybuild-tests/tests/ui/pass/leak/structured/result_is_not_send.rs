//! So must what it returns, though nobody takes it: the set drops it.

use leak::structured::scope;
use std::sync::Arc;

fn main() {
    scope(|set| {
        set.spawn(|_| Arc::new(1)).detach();
    })
    .unwrap();
}
