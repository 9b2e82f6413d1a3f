//! A thread local outlives every scope.

use std::cell::RefCell;

thread_local! {
    static KEPT: RefCell<Option<leak::Held<'static, String>>> = const { RefCell::new(None) };
}

fn main() {
    leak::scope(|s| {
        let text = s.own(String::from("text"));
        KEPT.with_borrow_mut(|kept| *kept = Some(text));
    });
}
