//! `send` is about one field.

use capsule::CapsuleSend;

#[derive(CapsuleSend)]

struct Node(#[capsule(send)] u32);

fn main() {
    drop(Node(1).0);
}
