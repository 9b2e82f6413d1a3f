//! All mistakes are reported at once.

use capsule::CapsuleSend;

#[derive(CapsuleSend)]

enum Node<T> {
    One(#[capsule(send)] u32), Two(T),
}

fn main() {
    drop(Node::One::<u8>(1));
}
