//! A guard with a place for a pointer to itself, which would keep it from being destroyed.

use leak::AllowedInRc;
use leak::Unleak;
use leak::rc::{Rc, Weak};
use std::cell::RefCell;

#[derive(AllowedInRc)]
struct Node<'a> {
    lent: Unleak<&'a str>,
    next: RefCell<Option<Rc<Node<'a>>>>,
    parent: Weak<Node<'a>>,
}

fn main() {
    let name = String::from("ann");
    let node = Rc::new_allowed(Node {
        lent: Unleak(&name),
        next: RefCell::default(),
        parent: Weak::new(),
    });
    *node.next.borrow_mut() = Some(node.clone());
    assert_eq!(node.lent.len(), 3);
    assert!(node.parent.upgrade().is_none());
}
