//! Nor has a parameter.

use capsule::CapsuleSend;

#[derive(CapsuleSend)]
struct Node<T>(T);

fn main() {
    drop(Node(1).0);
}
