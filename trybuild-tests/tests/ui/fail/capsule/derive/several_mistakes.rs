//! All mistakes are reported at once.

use capsule::CapsuleSend;

#[derive(CapsuleSend)]
#[capsule(bond = "", crate)]
enum Node<#[capsule] T> {
    #[capsule(send)]
    One(#[capsule(send = 1, send)] T)
}

fn main() {
    drop(Node::One(1));
}
