//! A value that gets a `Weak` to itself could keep what it upgrades.

use leak::rc::{Rc, Weak};
use leak::{AllowedInRc, Unleak};
use std::cell::RefCell;

#[derive(AllowedInRc)]
struct Node<'a> {
    me: Weak<Node<'a>>,
    kept: RefCell<Option<Rc<Node<'a>>>>,
    lent: Unleak<&'a str>,
}

fn main() {
    let name = String::from("ann");
    let node = Rc::new_cyclic_allowed(|me| Node {
        me: me.clone(),
        kept: RefCell::default(),
        lent: Unleak(&name),
    });
    *node.kept.borrow_mut() = node.me.upgrade();
    assert_eq!(node.lent.len(), 3);
}
