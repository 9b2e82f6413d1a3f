//! A guard for `'static` is replaced, in its `Rc`, by one that borrows, with a closure that owns a shared cell for that very `Rc`.

use leak::ownership::Forgettable;
use leak::rc::{Rc, Weak};
use leak::{AllowedInRc, Unleak};
use std::cell::RefCell;

/// May be shared where it is `'static`.
#[derive(AllowedInRc)]
#[allowed_in_rc(bound = "Self: 'static")]
struct Node<'a> {
    lent: Unleak<&'a str>,
    hidden: Forgettable<Unleak<Box<dyn Fn() + 'a>>>,
}

fn main() {
    let name = String::from("ann");
    let lent = Unleak(name.as_str());
    let hidden = Forgettable(Unleak(Box::new(|| {}) as Box<dyn Fn()>));
    let mut node = Rc::new_allowed(Node { lent: Unleak("static"), hidden });
    let cell = Rc::new_allowed(RefCell::new(None::<Weak<Node<'_>>>));
    if let Some(node) = Rc::get_mut(&mut node) {
        let cell = cell.clone();
        let hidden: Box<dyn Fn() + '_> = Box::new(move || assert!(cell.borrow().is_some()));
        *node = Node { lent, hidden: Forgettable(Unleak(hidden)) };
    }
    *cell.borrow_mut() = Some(Rc::downgrade(&node));
    (node.hidden)();
    let _ = (Weak::<u8>::new(), node.lent);
}
