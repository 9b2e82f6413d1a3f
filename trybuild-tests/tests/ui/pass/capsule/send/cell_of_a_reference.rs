//! A reference isn't `CapsuleSend`: what it leads to may be shared by others.

use capsule::CapsuleSend;
use std::cell::Cell;

#[derive(CapsuleSend)]
struct Node<'b> {
    name: Cell<Option<capsule::Rc<'b, str>>>,
}

fn main() {
    let node = Node { name: Cell::new(None) };
    drop(node.name.take());
}
