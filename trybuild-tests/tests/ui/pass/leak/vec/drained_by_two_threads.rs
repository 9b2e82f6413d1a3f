//! Elements are taken through a shared reference, without a lock: one thread at a time.

use leak::vec::drain_range;

fn main() {
    let mut numbers = vec![1, 2, 3];
    leak::scope(|s| {
        let drain = s.hold(drain_range(&mut numbers, 1..));
        std::thread::scope(|t| {
            t.spawn(move || drain.next());
        });
    });
}
