//! The scope would own the pointer of a value that owns a handle of the scope. It doesn't take what holds its handles.

use leak::ownership::Forgettable;
use leak::rc::Rc;
use leak::{AllowedInRc, LocalHeld, Unleak, local_scope};
use std::cell::RefCell;

#[derive(AllowedInRc)]
struct Node<'s, 'a> {
    lent: Unleak<&'a str>,
    cell: Forgettable<LocalHeld<'s, RefCell<Option<&'a str>>>>,
}

fn main() {
    let name = String::from("ann");
    local_scope(|s| {
        let node = Rc::new_allowed(Node {
            lent: Unleak(&name),
            cell: Forgettable(s.own(RefCell::new(None))),
        });
        node.cell.replace(Some(*node.lent));
        assert_eq!(node.lent.len(), 3);
    });
}
