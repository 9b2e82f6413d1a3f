//! Without a check only what is `Sync` is looked at.

use capsule::task::{InCapsule, Rc};
use std::cell::Cell;

fn main() {
    drop(InCapsule::new(async {
        let rc = Rc::new(Cell::new(1));
        rc.with(|cell| cell.set(2));
    }));
}
