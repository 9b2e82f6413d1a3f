//! A variant has no attribute.

use capsule::CapsuleSend;

#[derive(CapsuleSend)]
enum Node {
    One(#[capsule(send)] u32),
}

fn main() {
    let Node::One(_) = Node::One(1);
}
