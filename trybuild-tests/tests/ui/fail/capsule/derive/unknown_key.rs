//! The derive knows its keys.

use capsule::CapsuleSend;

#[derive(CapsuleSend)]
#[capsule(bond = "")]
struct Node;

fn main() {
    let _ = Node;
}
