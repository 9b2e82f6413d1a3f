//! It has one.

use capsule::{Capsule, Family, Weak};

#[derive(Family, Default)]
struct Node<'b, 'c> {
    one: Weak<'b, u32>,
    two: Weak<'c, u32>,
}

fn main() {
    let node = Capsule::<Node<'static, 'static>>::default();
    node.with_ref(|node, _| assert!(node.one.upgrade().is_none() && node.two.upgrade().is_none()));
}
