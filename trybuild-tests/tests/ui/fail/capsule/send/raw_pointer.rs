//! Nobody knows what a raw pointer shares.

use capsule::CapsuleSend;

#[derive(CapsuleSend)]
struct Node {
    next: *mut Node,
}

fn main() {
    let node = Node { next: std::ptr::null_mut() };
    assert!(node.next.is_null());
}
