//! Glue for the types of the standard library.

use crate::steps::{Async, Log, stop_after, stop_everywhere};
use core::cell::{Cell, OnceCell, RefCell};
use leak::async_drop::{AsyncDestruct, Plain, async_drop};
use std::collections::{BTreeMap, BTreeSet, BinaryHeap, HashMap, HashSet, LinkedList, VecDeque};
use std::sync::{Arc, Mutex, OnceLock, RwLock};

/// Three polls for each of `count` values, of which the last doesn't wait.
fn check<'l, T: AsyncDestruct>(
    log: &'l Log,
    order: &str,
    count: usize,
    make: impl Fn(&'l Log) -> T,
) {
    let polls = stop_everywhere(log, order, |log| async_drop(make(log)));
    assert_eq!(polls, 2 * count + 1);
}

#[test]
fn compounds() {
    let log = &Log::default();
    check(log, "a", 1, |log| Async(log, "a"));
    check(log, "a", 1, |log| Some(Async(log, "a")));
    check(log, "", 0, |_| None::<Async<'_>>);
    check(log, "a", 1, |log| Ok::<_, u8>(Async(log, "a")));
    check(log, "a", 1, |log| Err::<u8, _>(Async(log, "a")));
    check(log, "a b c", 3, |log| {
        ["a", "b", "c"].map(|name| Async(log, name))
    });
    check(log, "", 0, |_| <[Async<'_>; 0]>::default());
    check(log, "a b c", 3, |log| {
        (
            Async(log, "a"),
            1,
            (Async(log, "b"), "text", Some(Async(log, "c"))),
        )
    });
    check(log, "a", 1, |log| (Async(log, "a"),));
    check(log, "a b c d e f g h i j k l", 12, |log| {
        let new = |name| Async(log, name);
        (
            new("a"),
            new("b"),
            new("c"),
            new("d"),
            new("e"),
            new("f"),
            new("g"),
            new("h"),
            new("i"),
            new("j"),
            new("k"),
            new("l"),
        )
    });
}

#[test]
fn heap() {
    let log = &Log::default();
    check(log, "a", 1, |log| Box::new(Async(log, "a")));
    check(log, "a b", 2, |log| {
        Box::new([Async(log, "a"), Async(log, "b")])
    });
    check(log, "a b", 2, |log| -> Box<[Async<'_>]> {
        Box::new([Async(log, "a"), Async(log, "b")])
    });
    check(log, "a b c", 3, |log| {
        vec![Async(log, "a"), Async(log, "b"), Async(log, "c")]
    });
    check(log, "", 0, |_| Vec::<Async<'_>>::new());
    check(log, "a b c", 3, |log| {
        vec![
            Box::new(vec![Async(log, "a")]),
            Box::default(),
            Box::new(vec![Async(log, "b"), Async(log, "c")]),
        ]
    });
}

#[test]
fn collections() {
    let log = &Log::default();
    let names = ["a", "b", "c"];
    check(log, "a b c", 3, |log| {
        names
            .map(|name| Async(log, name))
            .into_iter()
            .collect::<VecDeque<_>>()
    });
    check(log, "z a b c", 4, |log| {
        let mut deque: VecDeque<_> = names.map(|name| Async(log, name)).into();
        deque.push_front(Async(log, "z"));
        deque
    });
    check(log, "a b c", 3, |log| {
        LinkedList::from(names.map(|name| Async(log, name)))
    });
    check(log, "a b c", 3, |log| {
        BTreeSet::from(names.map(|name| Async(log, name)))
    });
    check(log, "a", 1, |log| HashSet::from([Async(log, "a")]));
    check(log, "a", 1, |log| BinaryHeap::from([Async(log, "a")]));
    check(log, "k1 v1 k2 v2", 4, |log| {
        BTreeMap::from([
            (Async(log, "k1"), Async(log, "v1")),
            (Async(log, "k2"), Async(log, "v2")),
        ])
    });
    check(log, "v", 1, |log| {
        HashMap::from([(String::from("k"), Async(log, "v"))])
    });
}

#[test]
fn unordered_collections_destroy_all() {
    let log = &Log::default();
    for polls in 0..12 {
        let names = ["a", "b", "c", "d"];
        stop_after(
            polls,
            async_drop(HashSet::from(names.map(|name| Async(log, name)))),
        );
        let heap: BinaryHeap<_> = names.map(|name| Async(log, name)).into();
        stop_after(polls, async_drop(heap));
        let mut notes = log.take();
        for note in &mut notes {
            *note = note.trim_start_matches('!').into();
        }
        notes.sort_unstable();
        assert_eq!(notes, ["a", "a", "b", "b", "c", "c", "d", "d"], "{polls}");
    }
}

#[test]
fn cells_and_locks() {
    let log = &Log::default();
    check(log, "a", 1, |log| Cell::new(Async(log, "a")));
    check(log, "a", 1, |log| RefCell::new(Async(log, "a")));
    check(log, "a", 1, |log| OnceCell::from(Async(log, "a")));
    check(log, "a", 1, |log| OnceLock::from(Async(log, "a")));
    check(log, "a", 1, |log| Mutex::new(Async(log, "a")));
    check(log, "a", 1, |log| RwLock::new(Async(log, "a")));
    check(log, "", 0, |_| OnceCell::<Async<'_>>::new());
}

#[test]
fn a_poisoned_lock_destroys_its_content() {
    let log = &Log::default();
    check(log, "a", 1, |log| {
        let lock = Mutex::new(Async(log, "a"));
        let panicked = std::panic::catch_unwind(core::panic::AssertUnwindSafe(|| {
            let _guard = lock.lock().unwrap();
            panic!("poisons it");
        }));
        assert!(panicked.is_err() && lock.is_poisoned());
        lock
    });
}

#[test]
fn the_last_owner_destroys_what_is_shared() {
    let log = &Log::default();
    check(log, "a", 1, |log| Arc::new(Async(log, "a")));
    check(log, "a", 1, |log| {
        let shared = Arc::new(Async(log, "a"));
        (shared.clone(), shared)
    });

    let shared = Arc::new(Async(log, "kept"));
    assert!(stop_after(1, async_drop(shared.clone())).is_some());
    assert_eq!(log.take(), [""; 0]);
    drop(shared);
    assert_eq!(log.take(), ["!kept"]);
}

#[test]
fn plain_values() {
    let log = &Log::default();
    check(log, "", 0, |_| {
        (1, 'a', "text", String::from("text"), [1.5; 3], ())
    });
    check(log, "a", 0, |log| Plain(crate::steps::Dropped(log, "a")));
}
