//! What a root local holds is for those who have the key.

use capsule::{Rc, ThreadLocalKey, family, root_local, thread_root};
use std::cell::RefCell;

root_local! {
    static NAMES: family!(RefCell<Vec<Rc<'t, str>>>) = |_key| RefCell::new(Vec::new());
}

fn count<'t>(key: ThreadLocalKey<'t>) -> usize {
    NAMES.with(key, |names| names.borrow().len())
}

fn main() {
    thread_root(|key, _brand| assert_eq!(count(key), 0));
}
