//! The derive knows its keys.

use capsule::CapsuleSend;

#[derive(CapsuleSend)]
#[capsule(bound = "")]
struct Node;

fn main() {
    let _ = Node;
}
