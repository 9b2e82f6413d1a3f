//! Every field that can't cross is named, in every variant.

use capsule::CapsuleSend;

#[derive(CapsuleSend)]
enum Node {
    One(Box<u32>),
    Two { next: Option<Box<Node>> },
}

fn main() {
    for node in [Node::One(1.into()), Node::Two { next: None }] {
        match node {
            Node::One(_) | Node::Two { next: _ } => {}
        }
    }
}
