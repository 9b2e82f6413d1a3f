//! The brand may be any lifetime.

use capsule::{Capsule, Family, Weak};

#[derive(Family, Default)]
struct Node<'b: 'static>(Weak<'b, u32>);

fn main() {
    let node = Capsule::<Node<'static>>::default();
    node.with_ref(|node, _| assert!(node.0.upgrade().is_none()));
}
