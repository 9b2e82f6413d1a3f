//! A thread local is for what is `'static`, and no brand is.

use capsule::Rc;
use std::cell::RefCell;

thread_local! {
    static KEPT: RefCell<Vec<Rc<'static, u32>>> = const { RefCell::new(Vec::new()) };
}

fn main() {
    capsule::region(|b, _token| {
        let rc = Rc::new(b, 1);
        KEPT.with_borrow_mut(|kept| kept.push(rc.clone()));
    });
}
