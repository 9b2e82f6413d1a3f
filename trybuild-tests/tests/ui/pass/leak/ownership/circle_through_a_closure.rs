//! A closure may have captured the pointer to what it lies in. Captures that are visible can be asked.

use leak::rc::Rc;
use leak::{AllowedInRc, LeakFn, Unleak};

#[derive(AllowedInRc)]
struct Node<'a, F> {
    lent: Unleak<&'a str>,
    visit: F,
}

fn main() {
    let name = String::from("ann");
    let node = Rc::new_allowed(Node {
        lent: Unleak(&name),
        visit: LeakFn::new(&name, |name, ()| name.len()),
    });
    assert_eq!(node.lent.len(), 3);
    let _ = &node.visit;
    let _ = LeakFn::new((), |(), ()| ());
}
