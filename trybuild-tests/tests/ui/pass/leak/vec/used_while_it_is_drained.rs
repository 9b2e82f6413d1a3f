//! Nobody sees the vector while it is broken.

use leak::vec::drain_range;

fn main() {
    let mut numbers = vec![1, 2, 3];
    leak::local_scope(|s| {
        s.hold(drain_range(&mut numbers, 1..)).keep();
    });
    assert_eq!(numbers.len(), 1);
}
