//! With bounds of your own, you say what the fields need.

use capsule::CapsuleSend;

#[derive(CapsuleSend)]
#[capsule(bound = "T: Send + 'static")]
struct Node<T>(#[capsule(send)] T);

fn main() {
    drop(Node(1).0);
}
