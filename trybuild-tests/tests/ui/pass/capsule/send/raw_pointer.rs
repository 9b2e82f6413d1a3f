//! Nobody knows what a raw pointer shares.

use capsule::CapsuleSend;

#[derive(CapsuleSend)]
struct Node {
    next: Option<Box<Node>>,
}

fn main() {
    let node = Node { next: None };
    assert!(node.next.is_none());
}
