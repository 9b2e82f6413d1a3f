//! So must what it returns, though nobody takes it: the set drops it.

use leak::structured::scope;
use std::rc::Rc;

fn main() {
    scope(|set| {
        set.spawn(|_| Rc::new(1)).detach();
    })
    .unwrap();
}
