//! A guard with a place for its own pointer takes the place of one for `'static`.

use leak::sync::Arc;
use std::sync::Mutex;

/// Borrows until it is dropped.
struct Guard<'a>(&'a str);

// SAFETY: clause 1: `'a` is `'static`. Clause 2: a reference owns nothing.
unsafe impl leak::Leak for Guard<'_> where Self: 'static {}

struct Node<'a> {
    guard: Guard<'a>,
    me: Mutex<Option<Arc<Node<'a>>>>,
}

// SAFETY: clauses 1 and 2: as for `Guard`.
unsafe impl leak::Leak for Node<'_> where Self: 'static {}

fn main() {
    let name = "ann";
    let guard = Guard(&name);
    let mut node = Arc::new(Node {
        guard: Guard("static"),
        me: None.into(),
    });
    if let Some(node) = Arc::get_mut(&mut node) {
        node.guard = guard;
    }
    *node.me.lock().unwrap() = Some(node.clone());
}
