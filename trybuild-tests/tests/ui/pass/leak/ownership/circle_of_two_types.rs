//! Two types, each of which owns a pointer to the other.

use leak::rc::{Rc, Weak};
use leak::sync::Arc;
use leak::{Disowns, Unleak};
use std::cell::RefCell;

#[derive(Disowns)]
#[disowns(target = Rc<Parent<'a>>)]
struct Child<'a> {
    parent: RefCell<Option<Weak<Parent<'a>>>>,
}

#[derive(Disowns)]
#[disowns(target = Rc<Self>)]
struct Parent<'a> {
    lent: Unleak<&'a str>,
    child: Arc<Child<'a>>,
}

fn main() {
    let name = String::from("ann");
    let child = Arc::new_ranked::<2>(Child {
        parent: RefCell::default(),
    });
    let parent = Rc::new_disowned(Parent {
        lent: Unleak(&name),
        child,
    });
    *parent.child.parent.borrow_mut() = Some(Rc::downgrade(&parent));
    assert_eq!(parent.lent.len(), 3);
    let _ = Weak::<u8>::new();
}

// SAFETY: clause 1: what it shares has rank 1, as is claimed, though not checked, below.
unsafe impl leak::RankedLeak<2> for Child<'_> {}
