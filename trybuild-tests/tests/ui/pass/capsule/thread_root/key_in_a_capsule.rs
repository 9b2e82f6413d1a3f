//! Nor does it cross in a capsule.

use capsule::{CapsuleSend, Brand};

#[derive(CapsuleSend)]
struct Node<'b> {
    key: capsule::Weak<'b, u32>,
}

fn main() {
    capsule::thread_root(|_key, brand| {
        let _: Brand<'_> = brand; let key = capsule::Weak::new();
        drop(Node { key }.key);
    });
}
