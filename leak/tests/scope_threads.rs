//! `scope`: threads, whatever happens to their guards.
#![expect(clippy::mem_forget, reason = "what happens then is the point")]

use core::sync::atomic::{AtomicBool, AtomicUsize, Ordering::SeqCst};
use leak::{JoinGuard, Scope};
use std::sync::mpsc::channel;
use std::sync::{Arc, Barrier};
use test_support::{Log, Note, forget_reachable, sorted, wait_for};

#[test]
fn threads_borrow_and_give_back() {
    let mut numbers = vec![1, 2, 3];
    let sum = leak::scope(|s| {
        let sum = s.spawn(|| {
            numbers.push(4);
            numbers.iter().sum::<i32>()
        });
        sum.join().unwrap()
    });
    assert_eq!((sum, numbers.len()), (10, 4));
}

#[test]
fn forgotten_threads_are_waited_for() {
    let done = AtomicUsize::new(0);
    let go = AtomicBool::new(false);
    leak::scope(|s| {
        for _ in 0..3 {
            core::mem::forget(s.spawn(|| {
                wait_for(&go);
                done.fetch_add(1, SeqCst);
            }));
        }
        go.store(true, SeqCst);
    });
    assert_eq!(done.into_inner(), 3);
}

#[test]
fn dropping_a_guard_waits() {
    let done = AtomicBool::new(false);
    leak::scope(|s| {
        drop(s.spawn(|| done.store(true, SeqCst)));
        assert!(done.load(SeqCst));
    });
}

#[test]
fn results_that_nobody_takes_are_dropped_before_the_guards() {
    let log = Log::default();
    leak::scope(|s| {
        s.own(Note(&log, "guard")).keep();
        core::mem::forget(s.spawn(|| Note(&log, "forgotten result")));
        s.own(Note(&log, "newer guard")).keep();
    });
    assert_eq!(
        log.into_inner().unwrap(),
        ["forgotten result", "newer guard", "guard"]
    );
}

#[test]
fn results_of_detached_threads_are_dropped_before_the_scope_ends() {
    // Early and late: whether the thread or `detach` comes first.
    for early in [false, true] {
        let log = Log::default();
        let go = AtomicBool::new(early);
        leak::scope(|s| {
            let guard = s.spawn(|| {
                wait_for(&go);
                Note(&log, "detached")
            });
            while early && !guard.is_finished() {
                std::thread::yield_now();
            }
            guard.detach();
            go.store(true, SeqCst);
        });
        assert_eq!(log.into_inner().unwrap(), ["detached"]);
    }
}

#[test]
fn guards_are_ordinary_values() {
    let hits = AtomicUsize::new(0);
    leak::scope(|s| {
        let mut guards: Vec<JoinGuard<'_, usize>> = (0..4)
            .map(|_| s.spawn(|| hits.fetch_add(1, SeqCst)))
            .collect();
        let early = guards.remove(1);
        assert!(early.join().unwrap() < 4);
        let sent = guards.pop().unwrap();
        let joined_elsewhere = s.spawn(move || sent.join().unwrap());
        assert!(joined_elsewhere.join().unwrap() < 4);
        forget_reachable(guards);
    });
    assert_eq!(hits.into_inner(), 4);
}

#[test]
fn a_function_can_return_the_guard_of_a_thread_that_it_started() {
    fn start<'s, 'env>(s: &'s Scope<'s, 'env>, text: &'env str) -> JoinGuard<'s, usize> {
        s.spawn(move || text.len())
    }
    let text = String::from("four");
    assert_eq!(leak::scope(|s| start(s, &text).join().unwrap()), 4);
}

#[test]
fn threads_start_threads_and_own_things() {
    let log = Log::default();
    leak::scope(|s| {
        s.spawn(|| {
            s.own(Note(&log, "owned by a thread")).keep();
            let held = s.own(Note(&log, "moved on"));
            s.spawn(move || drop(held)).detach();
            s.spawn(|| {
                s.spawn(|| s.own(Note(&log, "deep")).keep()).join().unwrap();
            })
            .join()
            .unwrap();
        })
        .detach();
    });
    assert_eq!(sorted(log), ["deep", "moved on", "owned by a thread"]);
}

#[test]
fn a_guard_given_to_its_own_thread_is_left_to_the_scope() {
    for detach in [false, true] {
        let log = Log::default();
        leak::scope(|s| {
            let (send, receive) = channel::<JoinGuard<'_, Note<'_>>>();
            let log = &log;
            let guard = s.spawn(move || {
                let own = receive.recv().unwrap();
                assert!(!own.is_finished());
                if detach {
                    own.detach();
                } else {
                    drop(own);
                }
                Note(log, "result")
            });
            send.send(guard).unwrap();
        });
        assert_eq!(log.into_inner().unwrap(), ["result"]);
    }
}

#[test]
fn guards_in_the_results_of_threads() {
    type Any<'s> = Box<dyn Send + 's>;
    let log = Log::default();
    leak::scope(|s| {
        // The result of a thread is the guard of another, and nobody takes either.
        core::mem::forget(s.spawn(|| s.spawn(|| Note(&log, "inner"))));
        // The result of a thread is its own guard.
        let (send, receive) = channel::<Any<'_>>();
        let guard = s.spawn(move || receive.recv().unwrap());
        send.send(Box::new((guard, Note(&log, "own guard"))))
            .unwrap();
        // Two threads hold each other's guards as results.
        let (send_a, receive_a) = channel::<Any<'_>>();
        let (send_b, receive_b) = channel::<Any<'_>>();
        let a = s.spawn(move || receive_a.recv().unwrap());
        let b = s.spawn(move || receive_b.recv().unwrap());
        send_a.send(Box::new((b, Note(&log, "a has b")))).unwrap();
        send_b.send(Box::new((a, Note(&log, "b has a")))).unwrap();
    });
    assert_eq!(sorted(log), ["a has b", "b has a", "inner", "own guard"]);
}

#[test]
fn a_result_that_starts_threads_in_its_destructor() {
    struct Starts<'s, 'env> {
        scope: &'s Scope<'s, 'env>,
        left: usize,
        log: &'env Log,
    }
    impl Drop for Starts<'_, '_> {
        fn drop(&mut self) {
            let Self { scope, left, log } = *self;
            scope.own(Note(log, "guard")).keep();
            scope
                .spawn(move || {
                    log.lock().unwrap().push("thread");
                    if left > 0 {
                        core::mem::forget(scope.spawn(move || Starts {
                            scope,
                            left: left - 1,
                            log,
                        }));
                    }
                })
                .detach();
        }
    }
    let log = Log::default();
    leak::scope(|s| {
        core::mem::forget(s.spawn(|| Starts {
            scope: s,
            left: 3,
            log: &log,
        }));
    });
    let log = log.into_inner().unwrap();
    assert_eq!(
        log,
        [
            "thread", "thread", "thread", "thread", "guard", "guard", "guard", "guard"
        ]
    );
}

#[test]
fn early_joins_race_with_the_end_of_the_scope() {
    let rounds = if cfg!(miri) { 5 } else { 500 };
    for _ in 0..rounds {
        let count = AtomicUsize::new(0);
        leak::scope(|s| {
            let (send, receive) = channel::<JoinGuard<'_, Arc<()>>>();
            let shared = Arc::new(());
            for _ in 0..3 {
                let shared = Arc::clone(&shared);
                send.send(s.spawn(|| {
                    count.fetch_add(1, SeqCst);
                    shared
                }))
                .unwrap();
            }
            drop(send);
            // Joins some while the scope ends.
            s.spawn(move || {
                for (i, guard) in receive.into_iter().enumerate() {
                    match i {
                        0 => drop(guard),
                        1 => assert_eq!(*guard.join().unwrap(), ()),
                        _ => guard.detach(),
                    }
                }
            })
            .detach();
        });
        assert_eq!(count.into_inner(), 3);
    }
}

#[test]
fn many_threads() {
    let rounds = if cfg!(miri) { 20 } else { 100_000 };
    let count = AtomicUsize::new(0);
    let add = || count.fetch_add(1, SeqCst);
    leak::scope(|s| {
        for i in 0..rounds {
            let guard = s.spawn(add);
            match i % 4 {
                0 => drop(guard),
                1 => guard.detach(),
                2 => core::mem::forget(guard),
                _ => assert!(guard.join().is_ok()),
            }
        }
    });
    assert_eq!(count.into_inner(), rounds);
}

#[test]
fn many_threads_at_once_whose_guards_are_stored() {
    let rounds = if cfg!(miri) { 8 } else { 2_000 };
    let barrier = Barrier::new(2);
    leak::scope(|s| {
        let guards: Vec<_> = (0..rounds).map(|i| s.spawn(move || i)).collect();
        let last = s.spawn(|| {
            barrier.wait();
        });
        for (i, guard) in guards.into_iter().enumerate() {
            assert_eq!(guard.join().unwrap(), i);
        }
        barrier.wait();
        last.detach();
    });
}

#[test]
fn thread_names_and_handles() {
    leak::scope(|s| {
        let builder = leak::thread::Builder::new().name("worker".to_owned());
        let parked = builder.spawn_scoped(s, std::thread::park).unwrap();
        assert_eq!(parked.thread().name(), Some("worker"));
        assert!(format!("{parked:?}").contains("worker"));
        assert!(!parked.is_finished());
        parked.thread().unpark();
        parked.join().unwrap();
    });
}
