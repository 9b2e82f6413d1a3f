//! `send` is about one field.

use capsule::CapsuleSend;

#[derive(CapsuleSend)]
#[capsule(send)]
struct Node(u32);

fn main() {
    drop(Node(1).0);
}
