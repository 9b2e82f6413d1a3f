//! Every field that can't cross is named, in every variant.

use capsule::CapsuleSend;

#[derive(CapsuleSend)]
enum Node {
    One(std::rc::Rc<u32>),
    Two { next: *const Node },
}

fn main() {
    for node in [Node::One(1.into()), Node::Two { next: std::ptr::null() }] {
        match node {
            Node::One(_) | Node::Two { next: _ } => {}
        }
    }
}
