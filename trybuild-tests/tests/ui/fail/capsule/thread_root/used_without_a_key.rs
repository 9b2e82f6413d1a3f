//! What a root local holds is for those who have the key.

use capsule::{Rc, family, root_local, thread_root};
use std::cell::RefCell;

root_local! {
    static NAMES: family!(RefCell<Vec<Rc<'t, str>>>) = |_key| RefCell::new(Vec::new());
}

fn count() -> usize {
    NAMES.with(|names| names.borrow().len())
}

fn main() {
    thread_root(|_key, _brand| assert_eq!(count(), 0));
}
