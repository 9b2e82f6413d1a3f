//! A type that is recursive through an `Rc` has no rank.

use leak::RankedLeak;
use leak::rc::{Rc, Weak};
use std::cell::RefCell;

#[derive(RankedLeak)]
#[ranked_leak(rank = 16)]
struct List<'a> {
    item: &'a str,
    next: RefCell<Option<Weak<List<'a>>>>,
}

fn main() {
    let list = List {
        item: "ann",
        next: RefCell::default(),
    };
    assert!(list.next.borrow().is_none() && list.item.len() == 3);
    let _ = Weak::<u8>::new();
}
