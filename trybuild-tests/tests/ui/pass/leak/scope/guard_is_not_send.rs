//! The scope's guards may be destroyed on any thread.

use std::rc::Rc;

fn main() {
    leak::local_scope(|s| {
        s.own(Rc::new(1)).keep();
    });
}
