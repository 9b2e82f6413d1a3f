//! `structured`: threads are kept. In a process of its own, as nobody else may take them.

use leak::structured::scope;
use std::collections::HashSet;
use std::sync::Barrier;
use std::thread::{ThreadId, current};

/// Runs so many children at once, and answers with their threads.
fn threads(children: usize) -> HashSet<ThreadId> {
    let barrier = Barrier::new(children);
    let ended = scope(|set| {
        let guards: Vec<_> = (0..children)
            .map(|_| {
                set.spawn(|_| {
                    barrier.wait();
                    current().id()
                })
            })
            .collect();
        guards
            .into_iter()
            .map(|guard| guard.join().unwrap())
            .collect()
    });
    ended.unwrap()
}

#[test]
#[cfg_attr(miri, ignore = "under Miri no thread is kept")]
fn threads_are_kept_for_the_next_set() {
    let eight = threads(8);
    assert_eq!(eight.len(), 8);
    for children in [1, 3, 8] {
        let again = threads(children);
        assert_eq!(again.len(), children);
        assert!(again.is_subset(&eight), "no thread was started");
    }
    let more = threads(10);
    assert_eq!(more.difference(&eight).count(), 2, "two were started");
    let apart = scope(|set| {
        set.spawn_with_stack(1 << 20, |_| current().id())
            .unwrap()
            .join()
    });
    let apart = apart.unwrap().unwrap();
    assert!(!more.contains(&apart));
    assert!(!threads(11).contains(&apart), "it ended with the child");
}
