//! Nor does it cross in a capsule.

use capsule::{CapsuleSend, ThreadLocalKey};

#[derive(CapsuleSend)]
struct Node<'b> {
    key: ThreadLocalKey<'b>,
}

fn main() {
    capsule::thread_root(|key, _brand| {
        drop(Node { key }.key);
    });
}
