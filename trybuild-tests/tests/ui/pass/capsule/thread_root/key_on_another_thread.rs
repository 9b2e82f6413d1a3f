//! The key stays on its thread: elsewhere it would open another thread's locals.

use capsule::thread_root;

fn main() {
    thread_root(|_key, _brand| {
        std::thread::scope(|s| {
            s.spawn(move || thread_root(|key, _brand| drop(key)));
        });
    });
}
