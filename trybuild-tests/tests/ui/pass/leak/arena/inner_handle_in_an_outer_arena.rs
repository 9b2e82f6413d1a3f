//! A value of an outer arena outlives the inner one, and what is in that.

use std::cell::RefCell;

fn main() {
    leak::arena::scope(|outer| {
        let list = outer.rc(RefCell::new(vec![outer.rc(1)]));
        leak::arena::scope(|inner| {
            list.with(|list| list.borrow_mut().push(outer.rc(*inner.boxed(2))));
        });
    });
}
