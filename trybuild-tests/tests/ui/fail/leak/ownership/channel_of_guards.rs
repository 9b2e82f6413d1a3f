//! A channel may hold its own receiver, and forget what else is in it.

use leak::rc::Rc;
use leak::sync::mpsc::{Sender, rendezvous};
use leak::{AllowedInRc, Unleak};

#[derive(AllowedInRc)]
struct Node<'a> {
    lent: Unleak<&'a str>,
    done: Option<Sender<Unleak<&'a str>>>,
}

fn main() {
    let name = String::from("ann");
    let node = Rc::new_allowed(Node {
        lent: Unleak(&name),
        done: None,
    });
    assert!(node.done.is_none() && node.lent.len() == 3);
    let _ = rendezvous::<u8>();
}
