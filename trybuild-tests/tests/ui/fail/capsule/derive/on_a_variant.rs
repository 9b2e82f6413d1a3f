//! A variant has no attribute.

use capsule::CapsuleSend;

#[derive(CapsuleSend)]
enum Node {
    #[capsule(send)]
    One(u32),
}

fn main() {
    let Node::One(_) = Node::One(1);
}
