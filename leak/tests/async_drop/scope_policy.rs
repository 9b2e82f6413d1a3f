//! `async_scope!`: dropped midway.

use crate::steps::{Async, Log, block_on, stop_after, yield_now};
use core::panic::AssertUnwindSafe;
use core::pin::Pin;
use leak::async_drop::Unwinding;
use leak::async_scope;
use std::panic::{catch_unwind, resume_unwind};
use std::sync::Mutex;
use test_support::leak_reachable;

#[test]
fn by_default_the_rest_is_dropped_newest_first() {
    let log = &Log::default();
    let mut stopped = Vec::new();
    for polls in 0.. {
        let done = stop_after(
            polls,
            async_scope!(s => {
                s.own(Async(log, "a"));
                s.own(vec![Async(log, "b"), Async(log, "c")]);
                s.defer(async { log.note("deferred") });
                yield_now().await;
            }),
        );
        stopped.push(log.take().join(" "));
        if done.is_some() {
            break;
        }
    }
    assert_eq!(
        stopped,
        [
            "",
            "!b !c !a",
            "deferred !b !c !a",
            "deferred !b !c !a",
            "deferred b !c !a",
            "deferred b !c !a",
            "deferred b c !a",
            "deferred b c !a",
            "deferred b c a",
        ]
    );
}

#[test]
fn a_panic_in_one_does_not_keep_the_others() {
    struct Panics;
    impl Drop for Panics {
        fn drop(&mut self) {
            resume_unwind(Box::new("dropped"));
        }
    }
    let log = &Log::default();
    let result = catch_unwind(AssertUnwindSafe(|| {
        stop_after(
            1,
            async_scope!(s => {
                s.own(Async(log, "a"));
                s.own(leak::async_drop::Plain(Panics));
                s.own(Async(log, "b"));
                yield_now().await;
            }),
        )
    }));
    assert_eq!(result.unwrap_err().downcast_ref(), Some(&"dropped"));
    assert_eq!(log.take(), ["!b", "!a"]);
}

type HandedOver = Mutex<Option<Unwinding<'static>>>;

/// A scope that hands over, stopped after so many polls; then what was handed over, stopped, too.
fn hand_over(log: &'static Log, polls: usize, polls_then: usize) -> Option<bool> {
    let handed_over = HandedOver::default();
    let scope = async_scope!(s, hand_over = |rest| *handed_over.lock().unwrap() = Some(rest) => {
        s.own(Async(log, "a"));
        let b = s.own(Async(log, "b"));
        s.own(Async(log, "c"));
        b.destroy().await;
    });
    stop_after(polls, scope);
    let rest = handed_over.into_inner().unwrap()?;
    Some(stop_after(polls_then, rest).is_some())
}

#[test]
fn handed_over_the_rest_is_gone_on_with() {
    let log = leak_reachable(Log::default());
    assert_eq!(hand_over(log, 0, 9), None, "nothing has begun");
    assert_eq!(log.take(), [""; 0]);
    // In the destructor of `b`, through the handle.
    for polls in 1..=2 {
        assert_eq!(hand_over(log, polls, usize::MAX), Some(true));
        assert_eq!(log.take(), ["c", "b", "a"]);
    }
    // In that of `c`, then of `a`, in the end of the scope.
    for polls in 3..=6 {
        assert_eq!(hand_over(log, polls, usize::MAX), Some(true));
        assert_eq!(log.take(), ["b", "c", "a"]);
    }
    assert_eq!(hand_over(log, 7, 9), None, "all is gone");
    assert_eq!(log.take(), ["b", "c", "a"]);
}

#[test]
fn what_was_handed_over_is_dropped_midway() {
    let log = leak_reachable(Log::default());
    for polls in 1..=6 {
        for polls_then in 0..7 {
            hand_over(log, polls, polls_then);
            let mut notes = log.take();
            for note in &mut notes {
                *note = note.trim_start_matches('!').into();
            }
            notes.sort_unstable();
            assert_eq!(notes, ["a", "b", "c"]);
        }
    }
}

#[test]
fn a_panic_in_what_was_handed_over_comes_last() {
    let log = leak_reachable(Log::default());
    for panics in 1..=6 {
        let handed_over = HandedOver::default();
        stop_after(
            1,
            async_scope!(s, hand_over = |rest| *handed_over.lock().unwrap() = Some(rest) => {
                s.own(Async(log, "a"));
                s.own(Async(log, "b"));
                yield_now().await;
            }),
        );
        let rest = handed_over.into_inner().unwrap().unwrap();
        log.panic_at(panics);
        let result = catch_unwind(AssertUnwindSafe(|| block_on(rest)));
        assert!(result.is_err());
        let expected = if panics <= 3 {
            ["!b", "a"]
        } else {
            ["b", "!a"]
        };
        assert_eq!(log.take(), expected);
    }
}

#[test]
fn nothing_is_handed_over_when_nothing_is_left() {
    let count = Mutex::new(0);
    stop_after(
        1,
        async_scope!(s, hand_over = |_rest| *count.lock().unwrap() += 1 => {
            s.own(1).destroy().await;
            yield_now().await;
        }),
    );
    assert_eq!(*count.lock().unwrap(), 0);
}

#[test]
fn futures_of_scopes_are_send() {
    fn is_send<F: Send>(future: F) -> F {
        future
    }
    let log = leak_reachable(Log::default());
    let scope = is_send(async_scope!(move s, hand_over = drop => {
        let held = s.own(Async(log, "a"));
        yield_now().await;
        held.destroy().await;
    }));
    let mut boxed: Pin<Box<dyn Future<Output = ()> + Send + 'static>> = Box::pin(scope);
    block_on(boxed.as_mut());
    assert_eq!(log.take(), ["a"]);
}
