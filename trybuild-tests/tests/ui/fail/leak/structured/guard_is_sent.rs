//! Only the thread that started a child waits for it, so no two threads can wait for each other.

use leak::structured::scope;

fn main() {
    scope(|set| {
        let guard = set.spawn(|_| 1);
        set.spawn(move |_| drop(guard)).detach();
    })
    .unwrap();
}
