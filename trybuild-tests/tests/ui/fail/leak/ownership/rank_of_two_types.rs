//! Two types that own pointers to each other have no rank.

use leak::RankedLeak;
use leak::rc::Rc;
use leak::sync::Arc;
use std::cell::RefCell;

#[derive(RankedLeak)]
#[ranked_leak(rank = 2)]
struct Parent<'a> {
    child: Option<Arc<Child<'a>>>,
}

#[derive(RankedLeak)]
#[ranked_leak(rank = 1)]
struct Child<'a> {
    name: &'a str,
    parent: RefCell<Option<Rc<Parent<'a>>>>,
}

fn main() {
    let child = Child {
        name: "ann",
        parent: RefCell::default(),
    };
    assert!(child.parent.borrow().is_none() && child.name.len() == 3);
    assert!(Parent { child: None }.child.is_none());
}
