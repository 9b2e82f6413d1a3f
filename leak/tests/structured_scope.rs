//! `structured::scope`: threads, guards, panics, cancellation.
#![expect(clippy::mem_forget, reason = "what happens then is the point")]

use core::cell::{Cell, RefCell};
use core::sync::atomic::{AtomicBool, AtomicUsize, Ordering::SeqCst};
use core::time::Duration;
use leak::structured::{
    Cancel, Cancelled, JoinGuard, Panics, Reason, ThreadSet, checkpoint, scope,
};
use std::panic::{catch_unwind, panic_any, resume_unwind};
use std::rc::Rc;
use std::sync::Barrier;
use std::sync::mpsc::channel;
use std::time::Instant;
use test_support::{Bomb, Log, Note, message, panic_of, sorted, wait_for};

const LONG: Duration = Duration::from_hours(1);

/// Runs until it is cancelled.
fn until_cancelled(cancel: &Cancel<'_>) -> Reason {
    loop {
        if let Err(cancelled) = cancel.sleep(LONG) {
            return cancelled.reason();
        }
    }
}

fn messages(panics: &Panics) -> Vec<&str> {
    panics.messages().collect()
}

#[test]
fn children_borrow_and_are_joined_on_every_path() {
    let log = Log::default();
    scope(|set| {
        let joined = set.spawn(|_| Note(&log, "joined"));
        let dropped = set.spawn(|_| Note(&log, "dropped"));
        set.spawn(|_| Note(&log, "detached")).detach();
        core::mem::forget(set.spawn(|_| Note(&log, "forgotten")));
        drop(dropped);
        assert!(joined.join().is_ok());
    })
    .unwrap();
    assert_eq!(sorted(log), ["detached", "dropped", "forgotten", "joined"]);
}

#[test]
fn results_are_dropped_before_the_scope_returns() {
    let rounds = if cfg!(miri) { 5 } else { 300 };
    for _ in 0..rounds {
        let log = Log::default();
        scope(|set| {
            for i in 0..4 {
                let guard = set.spawn(|_| Note(&log, "result"));
                match i {
                    0 => guard.detach(),
                    1 => core::mem::forget(guard),
                    2 => drop(guard),
                    _ => drop(guard.join()),
                }
            }
        })
        .unwrap();
        assert_eq!(log.into_inner().unwrap().len(), 4);
    }
}

#[test]
fn a_panic_cancels_the_siblings_and_is_reported() {
    let ended = scope(|set| {
        let waiting = set.spawn(|cancel| until_cancelled(&cancel));
        set.spawn(|_| panic_any("child")).detach();
        waiting.join().unwrap()
    });
    assert_eq!(messages(&ended.unwrap_err()), ["child"]);
}

#[test]
fn all_payloads_in_the_order_of_the_panics() {
    let (first, second) = (AtomicBool::new(false), AtomicBool::new(false));
    let panics = scope(|set| {
        set.spawn(|_| {
            wait_for(&second);
            panic_any("third");
        })
        .detach();
        core::mem::forget(set.spawn(|cancel| {
            wait_for(&first);
            until_cancelled(&cancel);
            resume_unwind(Box::new(2_u8));
        }));
        drop(set.spawn(|cancel| {
            let _cancelled = Defer(|| first.store(true, SeqCst));
            cancel.check().unwrap();
            panic_any(String::from("first"));
        }));
        // The second can be told only from outside: by the flag that its panic sets.
        while set.running() > 1 {
            std::thread::yield_now();
        }
        second.store(true, SeqCst);
    })
    .unwrap_err();
    assert_eq!(panics.len(), 3);
    assert_eq!(
        messages(&panics),
        ["first", "(a payload that is no text)", "third"]
    );
    assert!(panics.to_string().contains("3 panics") && panics.to_string().contains("first"));
    let payloads: Vec<_> = panics.into_iter().collect();
    assert_eq!(payloads[1].downcast_ref(), Some(&2_u8));
}

struct Defer<F: Fn()>(F);

impl<F: Fn()> Drop for Defer<F> {
    fn drop(&mut self) {
        (self.0)();
    }
}

#[test]
fn a_joined_panic_is_not_reported_again() {
    let joined = scope(|set| set.spawn(|_| panic_any("taken")).join());
    let payload = joined.unwrap().unwrap_err();
    assert_eq!(message(&*payload), "taken");
}

#[test]
fn a_dropped_guard_leaves_the_panic_to_the_set() {
    let ended = scope(|set| drop(set.spawn(|_| panic_any("dropped"))));
    assert_eq!(messages(&ended.unwrap_err()), ["dropped"]);
}

#[test]
fn panics_go_on() {
    let said = panic_of(|| {
        let panics = scope(|set| {
            set.spawn(|_| panic_any("child")).detach();
        });
        panics.unwrap_or_else(|panics| panics.resume());
    });
    assert_eq!(said, "child");
}

#[test]
fn the_body_panics() {
    let log = Log::default();
    let said = panic_of(|| {
        scope(|set| {
            let _held = set.spawn(|cancel| {
                until_cancelled(&cancel);
                Note(&log, "held")
            });
            core::mem::forget(set.spawn(|cancel| {
                until_cancelled(&cancel);
                Note(&log, "forgotten")
            }));
            set.spawn(|_| panic_any("not this one")).detach();
            panic_any("body")
        })
    });
    assert_eq!(said, "body");
    assert_eq!(sorted(log), ["forgotten", "held"]);
}

#[test]
fn panicking_destructors_skip_nothing() {
    let log = Log::default();
    let panics = scope(|set| {
        core::mem::forget(set.spawn(|_| Bomb(Note(&log, "1"))));
        core::mem::forget(set.spawn(|_| Bomb(Note(&log, "2"))));
        core::mem::forget(set.spawn(|_| Note(&log, "3")));
        set.spawn(|_| Bomb(Note(&log, "4"))).detach();
        set.spawn(|cancel| {
            until_cancelled(&cancel); // by the panic of the fourth, or of the last
            Note(&log, "5")
        })
        .detach();
        let done = set.spawn(|_| Bomb(Note(&log, "6")));
        done.wait().ok();
        assert_eq!(
            panic_of(|| done.join().map(drop)),
            "6",
            "the value is the caller's"
        );
        set.cancel();
        Bomb(Note(&log, "value of the body"))
    })
    .unwrap_err();
    let mut messages: Vec<_> = messages(&panics);
    messages.sort_unstable();
    assert_eq!(messages, ["1", "2", "4", "value of the body"]);
    assert_eq!(log.lock().unwrap().len(), 7);
}

#[test]
fn payloads_that_panic_when_they_are_dropped() {
    struct Payload;
    struct OfItsDestructor; // without a size, as it will be forgotten
    impl Drop for Payload {
        fn drop(&mut self) {
            panic_any(OfItsDestructor);
        }
    }
    let children = || {
        scope(|set| {
            set.spawn(|_| resume_unwind(Box::new(Payload))).detach();
            core::mem::forget(set.spawn(|_| resume_unwind(Box::new(Payload))));
        })
    };
    drop(children().unwrap_err());
    let mut payloads = children().unwrap_err().into_iter();
    assert_eq!(payloads.len(), 2);
    assert_eq!(panic_of(|| drop(payloads.next())), "something else");
    drop(payloads);
    let resumed = catch_unwind(|| children().unwrap_err().resume());
    match resumed {
        Ok(never) => never,
        Err(payload) => {
            assert!(payload.is::<Payload>());
            core::mem::forget(payload);
        }
    }
}

#[test]
fn cancellation_reaches_scopes_below() {
    let entered = Barrier::new(2);
    let reasons = scope(|set| {
        let deep = set.spawn(|_| {
            scope(|below| {
                let deeper = below.spawn(|_| {
                    scope(|lowest| {
                        entered.wait();
                        lowest
                            .spawn(|cancel| until_cancelled(&cancel))
                            .join()
                            .unwrap()
                    })
                    .unwrap()
                });
                (deeper.join().unwrap(), checkpoint().unwrap_err().reason())
            })
            .unwrap()
        });
        entered.wait();
        set.cancel();
        let late = scope(|born_cancelled| born_cancelled.handle().check());
        assert!(late.unwrap().is_err());
        deep.join().unwrap()
    });
    assert_eq!(reasons.unwrap(), (Reason::Requested, Reason::Requested));
    assert_eq!(checkpoint(), Ok(()), "the thread works for no set any more");
}

/// Cancels a set of its own.
fn cancelled_below() -> usize {
    let ended = scope(|below| {
        below.cancel();
        below.running()
    });
    ended.unwrap()
}

#[test]
fn cancellation_does_not_go_up_or_sideways() {
    scope(|set| {
        let other = set.spawn(|cancel| {
            assert_eq!(cancelled_below(), 0);
            cancel.check()
        });
        assert_eq!(other.join().unwrap(), Ok(()));
        assert_eq!(cancelled_below(), 0);
        assert_eq!(set.handle().check(), Ok(()));
    })
    .unwrap();
}

#[test]
fn deadlines() {
    let soon = Instant::now() + Duration::from_millis(20);
    let reasons = scope(|set| {
        set.deadline(Instant::now() + LONG);
        set.deadline(soon); // the earlier one counts, whatever the order
        set.deadline(Instant::now() + LONG);
        let sleeping = set.spawn(|cancel| until_cancelled(&cancel));
        let below = set.spawn(|_| {
            scope(|below| {
                below
                    .spawn(|cancel| until_cancelled(&cancel))
                    .join()
                    .unwrap()
            })
            .unwrap()
        });
        let busy = set.spawn(|_| {
            while checkpoint().is_ok() {
                std::thread::yield_now();
            }
            checkpoint().unwrap_err().reason()
        });
        [sleeping, below, busy].map(|guard| guard.join().unwrap())
    });
    assert_eq!(reasons.unwrap(), [Reason::Deadline; 3]);
    assert!(Instant::now() >= soon);
}

#[test]
fn a_deadline_set_later_wakes_who_sleeps() {
    let reason = scope(|set| {
        let sleeping = set.spawn(|cancel| until_cancelled(&cancel));
        std::thread::yield_now();
        set.deadline(Instant::now());
        sleeping.join().unwrap()
    });
    assert_eq!(reason.unwrap(), Reason::Deadline);
}

#[test]
fn the_first_reason_stays() {
    scope(|set| {
        set.cancel();
        set.deadline(Instant::now());
        let handle = set.handle();
        assert_eq!(handle.check().unwrap_err().reason(), Reason::Requested);
        assert!(handle.is_cancelled());
    })
    .unwrap();
}

#[test]
fn sleeping_ends_with_the_time_or_the_set() {
    scope(|set| {
        assert_eq!(set.handle().sleep(Duration::from_millis(1)), Ok(()));
        assert_eq!(set.handle().sleep(Duration::ZERO), Ok(()));
        set.cancel();
        let slept: Result<(), Cancelled> = set.handle().sleep(LONG);
        assert!(slept.is_err());
    })
    .unwrap();
}

#[test]
fn a_wait_for_a_child_is_cut_short_by_a_cancellation() {
    scope(|set| {
        let child = set.spawn(|cancel| until_cancelled(&cancel));
        set.spawn(|cancel| cancel.cancel()).detach();
        assert!(child.wait().is_err() || child.is_finished());
        assert_eq!(child.join().unwrap(), Reason::Requested);
        let done = set.spawn(|_| 1);
        while !done.is_finished() {
            std::thread::yield_now();
        }
        assert_eq!(done.wait(), Ok(()), "what is done is done");
        done.detach();
    })
    .unwrap();
}

#[test]
fn more_children_at_once_than_any_pool() {
    let children = if cfg!(miri) { 6 } else { 600 };
    let barrier = Barrier::new(children + 1);
    scope(|set| {
        for _ in 0..children {
            set.spawn(|_| barrier.wait()).detach();
        }
        barrier.wait(); // each has a thread of its own, or this would wait for ever
    })
    .unwrap();
}

#[test]
fn very_many_children() {
    let rounds = if cfg!(miri) { 20 } else { 100_000 };
    let count = AtomicUsize::new(0);
    scope(|set| {
        for i in 0..rounds {
            let guard = set.spawn(|_| count.fetch_add(1, SeqCst));
            match i % 4 {
                0 => drop(guard),
                1 => guard.detach(),
                2 if i % 64 == 2 => core::mem::forget(guard),
                _ => assert!(guard.join().is_ok()),
            }
        }
    })
    .unwrap();
    assert_eq!(count.into_inner(), rounds);
}

#[test]
fn a_child_has_its_own_thread() {
    thread_local! { static LEFT: Cell<u32> = const { Cell::new(0) }; }
    let own = std::thread::current().id();
    scope(|set| {
        let guard = set.spawn(move |_| {
            LEFT.set(1);
            std::thread::current().id() != own
        });
        assert!(guard.join().unwrap());
        assert_eq!(LEFT.get(), 0);
    })
    .unwrap();
}

#[test]
#[cfg_attr(miri, ignore = "Miri grants any stack size")]
fn a_thread_that_the_system_refuses() {
    let log = Log::default();
    scope(|set| {
        let owned = Note(&log, "closure");
        let refused = set.spawn_with_stack(usize::MAX / 4, move |_| owned);
        let refused = refused.unwrap_err();
        assert!(refused.to_string().contains("help: "), "{refused}");
        assert!(log.lock().unwrap().is_empty(), "nothing is lost");
        assert_eq!(set.running(), 0);
        let owned = refused.into_closure()(set.handle());
        assert_eq!(owned.1, "closure");
        assert!(set.spawn_with_stack(1 << 20, |_| 5).unwrap().join().is_ok());
    })
    .unwrap();
    assert_eq!(log.into_inner().unwrap(), ["closure"]);
}

#[test]
fn parks_and_names() {
    scope(|set| {
        let parked = AtomicBool::new(false);
        let parked = test_support::leak_reachable(parked);
        let guard = set.spawn(move |_| {
            while !parked.load(SeqCst) {
                std::thread::park();
            }
        });
        assert!(guard.thread().name().is_some());
        assert!(format!("{guard:?} {set:?}").contains("finished: false"));
        parked.store(true, SeqCst);
        guard.thread().unpark();
        guard.join().unwrap();
    })
    .unwrap();
}

#[test]
fn a_child_that_is_unparked_before_it_runs() {
    let rounds = if cfg!(miri) { 3 } else { 1000 };
    for _ in 0..rounds {
        let ended = scope(|set| {
            let parked = set.spawn(|_| std::thread::park());
            parked.thread().unpark(); // maybe while its thread still waits for it
            parked.join()
        });
        ended.unwrap().unwrap();
    }
}

#[test]
fn a_token_that_is_left_over_wakes_nobody_wrongly() {
    scope(|set| {
        std::thread::current().unpark();
        let (send, receive) = channel::<()>();
        let guard: JoinGuard<'_, _> = set.spawn(move |_| receive.recv().is_err());
        drop(send);
        std::thread::current().unpark();
        assert!(guard.join().unwrap());
    })
    .unwrap();
}

#[test]
fn scopes_in_destructors_during_a_panic() {
    struct Opens;
    impl Drop for Opens {
        fn drop(&mut self) {
            let value = scope(|set| {
                drop(set.spawn(|_| ())); // left to the set: the thread is unwinding
                set.spawn(|cancel| cancel.is_cancelled()).join().unwrap()
            });
            assert!(!value.unwrap(), "the panic is not one of this set");
        }
    }
    let said = panic_of(|| {
        let _opens = Opens;
        panic_any("outside");
    });
    assert_eq!(said, "outside");
}

/// Goes to other threads, and opens on its own only: what `send_wrapper` and `fragile` do.
struct OnOwnThread<T>(T, std::thread::ThreadId);

// SAFETY: on another thread it is not looked into.
unsafe impl<T> Send for OnOwnThread<T> {}

impl<T> OnOwnThread<T> {
    fn new(value: T) -> Self {
        Self(value, std::thread::current().id())
    }

    fn get(&self) -> &T {
        assert_eq!(self.1, std::thread::current().id());
        &self.0
    }
}

/// A result that starts children when the set drops it, which is at its end.
struct Starts<'s, 'env> {
    set: OnOwnThread<&'s ThreadSet<'s, 'env>>,
    left: usize,
    log: &'env Log,
}

impl Drop for Starts<'_, '_> {
    fn drop(&mut self) {
        let (set, left, log) = (*self.set.get(), self.left, self.log);
        log.lock().unwrap().push("dropped");
        let waited = set.spawn(move |_| Note(log, "waited for"));
        set.spawn(move |_| Note(log, "detached")).detach();
        if left > 0 {
            let (set, left) = (OnOwnThread::new(set), left - 1);
            core::mem::forget(set.get().spawn(move |_| ()));
            let next = Starts { set, left, log };
            core::mem::forget(next.set.get().spawn(move |_| next));
        }
        drop(waited);
    }
}

#[test]
fn a_result_that_starts_children_when_the_set_ends() {
    let log = Log::default();
    scope(|set| {
        let first = Starts {
            set: OnOwnThread::new(set),
            left: 3,
            log: &log,
        };
        core::mem::forget(set.spawn(move |_| first));
    })
    .unwrap();
    let log = log.into_inner().unwrap();
    let count = |name| log.iter().filter(|noted| **noted == name).count();
    assert_eq!(["dropped", "waited for", "detached"].map(count), [4, 4, 4]);
}

/// A result that has guards of other children, and its own.
struct HasGuards<'s, 'a> {
    guards: OnOwnThread<Rc<RefCell<Vec<Guard<'s, 'a>>>>>,
    _note: Note<'a>,
}

enum Guard<'s, 'a> {
    Other(JoinGuard<'s, Note<'a>>),
    Own(JoinGuard<'s, HasGuards<'s, 'a>>),
}

impl Drop for HasGuards<'_, '_> {
    fn drop(&mut self) {
        for (n, guard) in self.guards.get().take().into_iter().enumerate() {
            match guard {
                Guard::Other(guard) => match n % 3 {
                    0 => drop(guard),
                    1 => guard.detach(),
                    _ => drop(guard.join()), // an error, if the set has dropped the result
                },
                Guard::Own(guard) => assert!(guard.join().is_err(), "it is being dropped"),
            }
        }
    }
}

#[test]
fn results_that_have_guards_when_the_set_ends() {
    for others_come_first in [false, true] {
        let log = Log::default();
        scope(|set| {
            let guards = Rc::new(RefCell::new(Vec::new()));
            let others = || {
                let started = (0..6).map(|_| Guard::Other(set.spawn(|_| Note(&log, "other"))));
                guards.borrow_mut().extend(started);
            };
            if others_come_first {
                others();
            }
            let has_guards = HasGuards {
                guards: OnOwnThread::new(Rc::clone(&guards)),
                _note: Note(&log, "result"),
            };
            let own = set.spawn(move |_| has_guards);
            if !others_come_first {
                others();
            }
            guards.borrow_mut().push(Guard::Own(own));
        })
        .unwrap();
        assert_eq!(log.into_inner().unwrap().len(), 7);
    }
}
