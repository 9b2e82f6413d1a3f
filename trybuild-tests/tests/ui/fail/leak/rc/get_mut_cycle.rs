//! A guard with a place for its own pointer takes the place of one for `'static`.

use leak::rc::Rc;
use std::cell::RefCell;

/// Borrows until it is dropped.
struct Guard<'a>(&'a str);

// SAFETY: clause 1: `'a` is `'static`. Clause 2: a reference owns nothing.
unsafe impl leak::Leak for Guard<'_> where Self: 'static {}

struct Node<'a> {
    guard: Guard<'a>,
    me: RefCell<Option<Rc<Node<'a>>>>,
}

// SAFETY: clauses 1 and 2: as for `Guard`.
unsafe impl leak::Leak for Node<'_> where Self: 'static {}

fn main() {
    let name = String::from("ann");
    let guard = Guard(&name);
    let mut node = Rc::new(Node {
        guard: Guard("static"),
        me: None.into(),
    });
    if let Some(node) = Rc::get_mut(&mut node) {
        node.guard = guard;
    }
    *node.me.borrow_mut() = Some(node.clone());
}
