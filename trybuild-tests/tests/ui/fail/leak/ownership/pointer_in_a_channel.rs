//! A channel could hold its own receiver, and forget the pointer.

use leak::Unleak;
use leak::rc::Rc;
use leak::sync::mpsc::{channel, rendezvous};

fn main() {
    let name = String::from("ann");
    let guard = Rc::new_disowned(Unleak(&name));
    let (sender, receiver) = channel();
    drop(receiver);
    assert!(sender.send(guard).is_err());
    let _ = rendezvous::<u8>();
    let _ = channel::<u8>();
}
