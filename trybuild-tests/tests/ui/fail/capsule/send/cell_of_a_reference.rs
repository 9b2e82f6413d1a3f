//! A reference isn't `CapsuleSend`: what it leads to may be shared by others.

use capsule::CapsuleSend;
use std::cell::Cell;

#[derive(CapsuleSend)]
struct Node<'b> {
    name: Cell<&'b str>,
}

fn main() {
    let node = Node { name: Cell::new("a") };
    drop(node.name.take());
}
