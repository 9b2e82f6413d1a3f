//! It has one.

use capsule::{Capsule, Family, Weak};

#[derive(Family, Default)]
struct Node<'b> {
    one: Weak<'b, u32>,
    two: Weak<'b, u32>,
}

fn main() {
    let node = Capsule::<Node<'static>>::default();
    node.with_ref(|node, _| assert!(node.one.upgrade().is_none() && node.two.upgrade().is_none()));
}
