//! What is not `Sync` is lent for the length of a call.

use capsule::task::{InCapsule, Rc};
use std::cell::Cell;

fn main() {
    drop(InCapsule::new(async {
        let rc = Rc::new(Cell::new(1));
        let kept = rc.with(|cell| cell.get());
        std::future::ready(()).await;
        drop(kept);
    }));
}
