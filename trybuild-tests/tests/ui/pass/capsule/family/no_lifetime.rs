//! A family has a lifetime that is the brand.

use capsule::{Capsule, Plain};

#[derive(Default)]
struct Node {
    name: String,
}

fn main() {
    let node = Capsule::<Plain<Node>>::default();
    assert_eq!(node.with_ref(|node, _| node.name.len()), 0);
}
