//! `structured::worker_pool`.

use core::sync::atomic::{AtomicUsize, Ordering::SeqCst};
use core::time::Duration;
use leak::structured::{Assigned, Reason, RecvError, checkpoint, scope, worker_pool};
use std::collections::BTreeSet;
use std::panic::panic_any;
use std::sync::{Arc, Mutex, mpsc};
use std::thread;
use test_support::{Bomb, Log, Note, forget_reachable, panic_of};

#[test]
fn values_come_back_in_any_order() {
    let jobs = if cfg!(miri) { 12 } else { 3000 };
    let (tickets, back) = worker_pool(
        3,
        |worker| worker.run(|n: &mut usize| *n *= 2),
        |pool| {
            let mut tickets: Vec<_> = (0..jobs).map(|n| pool.assign(n).unwrap()).collect();
            tickets.sort_unstable();
            tickets.dedup();
            let mut back = BTreeSet::new();
            while let Some(completed) = pool.completed().unwrap() {
                assert!(completed.served && completed.worker < 3);
                assert!(back.insert(completed.value));
            }
            assert_eq!(pool.lent_out(), 0);
            (tickets.len(), back)
        },
    )
    .unwrap();
    assert_eq!(tickets, jobs);
    assert!(back.into_iter().eq((0..jobs).map(|n| n * 2)));
}

#[test]
fn two_choices_spread_the_load() {
    let jobs = if cfg!(miri) { 40 } else { 400 };
    let loads = worker_pool(
        4,
        |worker| {
            // Nobody takes anything until the end.
            while checkpoint().is_ok()
                && worker.try_recv().is_ok_and(|assigned| {
                    assigned.into_iter().for_each(forget_reachable);
                    true
                })
            {
                std::thread::yield_now();
            }
        },
        |pool| {
            for n in 0..jobs {
                pool.assign(n).unwrap();
            }
            pool.loads().collect::<Vec<usize>>()
        },
    )
    .unwrap();
    assert_eq!(loads.iter().sum::<usize>(), jobs);
    assert!(
        loads
            .iter()
            .all(|load| (jobs / 5..jobs * 3 / 10).contains(load)),
        "{loads:?}"
    );
}

#[test]
fn what_was_assigned_is_finished_when_the_body_returns() {
    let log = Log::default();
    worker_pool(
        2,
        |worker| worker.run(|note: &mut Note<'_>| note.1 = "served"),
        |pool| {
            for _ in 0..50 {
                pool.assign(Note(&log, "not served")).unwrap();
            }
        },
    )
    .unwrap();
    assert_eq!(log.into_inner().unwrap(), ["served"; 50]);
}

#[test]
fn the_body_panics() {
    let log = Log::default();
    let said = panic_of(|| {
        worker_pool(
            2,
            |worker| while worker.recv().map(|mut note| note.enter(|_| ())).is_ok() {},
            |pool| {
                for _ in 0..50 {
                    pool.assign(Note(&log, "value")).unwrap();
                }
                panic_any("body")
            },
        )
    });
    assert_eq!(said, "body");
    assert_eq!(log.into_inner().unwrap().len(), 50);
}

#[test]
fn a_worker_panics() {
    let log = Log::default();
    let panics = worker_pool(
        2,
        |worker| worker.run(|note: &mut Note<'_>| panic_any(note.1)),
        |pool| {
            pool.assign(Note(&log, "value")).unwrap();
            loop {
                match pool.completed() {
                    Ok(None) => drop(pool.assign(Note(&log, "more"))),
                    Ok(Some(completed)) => drop(completed),
                    Err(cancelled) => break cancelled.reason(),
                }
            }
        },
    )
    .unwrap_err();
    // With the other worker's, perhaps.
    assert!(panics.messages().any(|said| said == "value"));
    assert!(log.into_inner().unwrap().contains(&"value"));
}

#[test]
fn workers_that_leave_give_everything_back() {
    let log = Log::default();
    worker_pool(
        2,
        |worker| drop(worker.recv()), // one, which it doesn't look at
        |pool| {
            let mut assigned = 0;
            while pool.assign(Note(&log, "value")).is_ok() {
                assigned += 1;
            }
            let mut back = 0;
            while let Some(completed) = pool.completed().unwrap() {
                assert!(!completed.served);
                back += 1;
            }
            assert_eq!(back, assigned);
            let refused = pool.assign(Note(&log, "refused")).unwrap_err();
            assert!(refused.to_string().contains("help: "));
            assert_eq!(refused.0.1, "refused");
        },
    )
    .unwrap();
}

/// The parent must not take "all have left" for "all has come back".
#[test]
fn a_worker_that_leaves_is_waited_for_until_all_is_back() {
    let all = 5;
    let (asks, asked) = mpsc::channel();
    let back = worker_pool(
        1,
        |worker| while worker.try_recv().is_ok_and(|first| first.is_none()) {}, // gives up with the first
        |pool| {
            let asked = Mutex::new(asked);
            pool.set_waker(move || {
                // In the midst of giving back: until the parent asks, and a little longer.
                if asked.lock().unwrap().recv().is_ok() {
                    (0..100).for_each(|_| thread::yield_now());
                }
            });
            let mut assigned = 0;
            while assigned < all && pool.assign(assigned).is_ok() {
                assigned += 1;
            }
            let mut back = 0;
            loop {
                for _ in 0..2 {
                    _ = asks.send(()); // one for each return, and for the end
                }
                match pool.completed().unwrap() {
                    Some(_) => back += 1,
                    None => break,
                }
            }
            drop(asks);
            (back, assigned)
        },
    )
    .unwrap();
    assert_eq!(back.0, back.1);
}

/// Forgets it. What it points to stays reachable, or leak checkers would tell.
fn forget_assigned<T>(assigned: Assigned<'_, T>) {
    forget_reachable(assigned);
}

#[test]
fn forgotten_values_are_dropped_at_the_end() {
    let log = Log::default();
    let (served, back) = worker_pool(
        1,
        |worker| {
            for _ in 0..2 {
                forget_reachable(worker.recv().map(|_| ()));
            }
            let mut kept: Assigned<'_, Note<'_>> = worker.recv().unwrap();
            kept.enter(|note| note.1 = "kept").unwrap();
            forget_assigned(kept);
        },
        |pool| {
            for _ in 0..3 {
                pool.assign(Note(&log, "value")).unwrap();
            }
            let mut back = 0;
            while let Some(completed) = pool.completed().unwrap() {
                back += 1;
                drop(completed);
            }
            (pool.lent_out(), back) // doesn't hang on the forgotten one
        },
    )
    .unwrap();
    assert_eq!((served, back), (1, 2));
    assert_eq!(log.into_inner().unwrap(), ["value", "value", "kept"]);
}

#[test]
fn taken_back() {
    worker_pool(
        1,
        |worker| {
            let mut kept: Vec<Assigned<'_, Arc<AtomicUsize>>> = vec![];
            loop {
                match worker.try_recv() {
                    Ok(assigned) => kept.extend(assigned),
                    Err(RecvError::Closed) => break,
                    Err(RecvError::Cancelled(cancelled)) => panic!("{cancelled}"),
                }
                kept.retain_mut(|assigned| {
                    assigned.enter(|count| count.fetch_add(1, SeqCst)).is_ok()
                });
                std::thread::yield_now();
            }
            assert!(kept.iter().all(Assigned::is_revoked), "all were taken back");
        },
        |pool| {
            let tickets: Vec<_> = (0..5)
                .map(|_| pool.assign(Arc::default()).unwrap())
                .collect();
            for ticket in &tickets {
                let value = pool.take_back(*ticket).unwrap();
                assert_eq!(Arc::strong_count(&value), 1, "the worker is out of it");
                assert!(pool.take_back(*ticket).is_none());
            }
            assert_eq!(pool.lent_out(), 0);
            assert!(pool.completed().unwrap().is_none());
        },
    )
    .unwrap();
}

#[test]
fn wakers_are_called() {
    let rung = Arc::new(AtomicUsize::new(0));
    let at_parent = Arc::new(AtomicUsize::new(0));
    worker_pool(
        1,
        |worker| {
            let ringing = Arc::clone(&rung);
            worker.set_waker(move || {
                ringing.fetch_add(1, SeqCst);
            });
            worker.run(|_: &mut u8| ());
        },
        |pool| {
            let ringing = Arc::clone(&at_parent);
            pool.set_waker(move || {
                ringing.fetch_add(1, SeqCst);
            });
            pool.assign(1).unwrap();
            pool.completed().unwrap().unwrap();
            pool.assign(2).unwrap();
            pool.completed().unwrap().unwrap();
        },
    )
    .unwrap();
    assert!(rung.load(SeqCst) >= 2, "for the second value and the end");
    assert!(at_parent.load(SeqCst) >= 2);
}

#[test]
fn a_waker_that_panics() {
    let panics = worker_pool(
        1,
        |worker| worker.run(|_: &mut u8| ()),
        |pool| {
            pool.set_waker(|| panic_any("waker"));
            pool.assign(1).unwrap();
            while pool.completed().is_ok_and(|completed| completed.is_none()) {}
        },
    );
    assert!(panics.unwrap_err().messages().any(|said| said == "waker"));
}

#[test]
fn waiting_is_cancelled() {
    let ended = scope(|set| {
        let pool = set.spawn(|_| {
            worker_pool(
                1,
                |worker| match worker.recv() {
                    Err(RecvError::Cancelled(cancelled)) => {
                        assert_eq!(cancelled.reason(), Reason::Requested);
                    }
                    Err(RecvError::Closed) => {} // the parent was first
                    Ok(assigned) => drop(scope(|inner| {
                        let _assigned = assigned;
                        inner.handle().sleep(Duration::MAX)
                    })),
                },
                |pool| {
                    // Refused if the worker was cancelled before, and has left.
                    let refused = pool.assign(1).is_err();
                    pool.completed()
                        .map(|completed| completed.is_some() || refused)
                },
            )
        });
        std::thread::yield_now();
        set.cancel();
        pool.join().unwrap()
    });
    let waited = ended.unwrap().unwrap();
    assert_ne!(
        waited,
        Ok(false),
        "cancelled, or the worker was first to give back"
    );
}

#[test]
fn destructors_panic() {
    let log = Log::default();
    let panics = worker_pool(
        1,
        |worker| worker.run(|_: &mut Bomb<'_>| ()),
        |pool| {
            for name in ["1", "2"] {
                pool.assign(Bomb(Note(&log, name))).unwrap();
            }
        },
    )
    .unwrap_err();
    assert!(panics.messages().eq(["1", "2"]));
    assert_eq!(log.into_inner().unwrap(), ["1", "2"]);
}

#[test]
fn no_workers() {
    let said = panic_of(|| worker_pool(0, |worker| worker.run(|_: &mut u8| ()), |_| ()));
    assert!(said.contains("help: "), "{said}");
}
