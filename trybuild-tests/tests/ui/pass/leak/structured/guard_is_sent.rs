//! Only the thread that started a child waits for it, so no two threads can wait for each other.

use leak::structured::scope;

fn main() {
    scope(|set| {
        let guard = set.spawn(|_| 1);
        let done = guard.join().unwrap();
        set.spawn(move |_| assert_eq!(done, 1)).detach();
    })
    .unwrap();
}
