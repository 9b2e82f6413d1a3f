//! The key is that of one root, and can't be kept for the next.

use capsule::thread_root;

fn main() {
    let mut kept = None;
    thread_root(|_key, _brand| kept = Some(1));
    thread_root(|_key, _brand| drop(kept));
}
