//! The guard of a child can't outlive the set that waits for the child.

use leak::structured::scope;

fn main() {
    let mut outside = None;
    let ended = scope(|set| {
        let guard = set.spawn(|_| 1);
        outside = Some(guard.join().unwrap());
    });
    assert_eq!(outside, Some(1));
    ended.unwrap();
}
