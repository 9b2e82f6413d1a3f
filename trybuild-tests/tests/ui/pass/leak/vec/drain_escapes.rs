//! The guard stays in the place that destroys it.

use leak::vec::drain_range;

fn main() {
    let mut numbers = vec![1, 2, 3];
    let drain = leak::local_scope(|s| s.hold(drain_range(&mut numbers, 1..)).next());
    drop(drain);
}
