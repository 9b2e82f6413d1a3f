//! A pointer of this crate turns into one of std, so a type that owns that may own itself.

use leak::rc::Rc;
use leak::{Disowns, Unleak};
use std::cell::RefCell;

#[derive(Disowns)]
#[disowns(target = Rc<Self>)]
struct Node<'a> {
    lent: Unleak<&'a str>,
    next: RefCell<Option<std::rc::Rc<Node<'a>>>>,
}

fn main() {
    let name = String::from("ann");
    let node = Rc::new_disowned(Node {
        lent: Unleak(&name),
        next: RefCell::default(),
    });
    *node.next.borrow_mut() = Some(node.clone().into_std());
    assert_eq!(node.lent.len(), 3);
}
