//! On a field there is one key.

use capsule::CapsuleSend;

#[derive(CapsuleSend)]
struct Node(#[capsule(sent)] u32);

fn main() {
    drop(Node(1).0);
}
