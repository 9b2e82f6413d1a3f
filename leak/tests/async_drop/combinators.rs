//! `chain`, `either`, `defer`, `fuse`, `noop`.

use crate::steps::{Async, Log, block_on, stop_after, stop_everywhere, yield_now};
use core::future::{Future, pending};
use core::pin::pin;
use core::task::{Context, Poll, Waker};
use leak::async_drop::{async_drop, chain, defer, either, fuse, noop};

#[test]
fn chains() {
    let log = &Log::default();
    let polls = stop_everywhere(log, "a b c", |log| {
        let [a, b, c] = ["a", "b", "c"].map(|name| async_drop(Async(log, name)));
        chain(a, chain(b, c))
    });
    assert_eq!(polls, 7);
    stop_everywhere(log, "a b c", |log| {
        let [a, b, c] = ["a", "b", "c"].map(|name| async_drop(Async(log, name)));
        chain(chain(a, b), c)
    });
}

#[test]
fn the_first_of_a_chain_is_dropped_before_the_second_begins() {
    let log = &Log::default();
    let first = {
        let local = Async(log, "local");
        async move {
            let _kept = &local;
            yield_now().await;
        }
    };
    block_on(chain(first, async { log.note("second") }));
    assert_eq!(log.take(), ["!local", "second"]);
}

#[test]
fn either_drops_the_other_at_the_first_poll() {
    let log = &Log::default();
    for (is_match, chosen, other) in [(true, "matched", "other"), (false, "other", "matched")] {
        for polls in 0..5 {
            let matched = async_drop(Async(log, "matched"));
            let future = either(is_match, matched, async_drop(Async(log, "other")));
            let done = stop_after(polls, future).is_some();
            let notes = log.take();
            match polls {
                0 => assert_eq!(notes, ["!matched", "!other"]),
                1 | 2 => assert_eq!(notes, [format!("!{other}"), format!("!{chosen}")]),
                _ => assert_eq!(notes, [format!("!{other}"), chosen.into()]),
            }
            assert_eq!(done, polls >= 3);
        }
    }
}

#[test]
fn defer_makes_its_future_late() {
    let log = &Log::default();
    stop_everywhere(log, "a", |log| {
        let value = Async(log, "a");
        defer(|| async_drop(value))
    });
    // Not before its turn.
    let first = async { log.note("first") };
    let second = defer(|| {
        log.note("made");
        async { log.note("polled") }
    });
    block_on(chain(first, second));
    assert_eq!(log.take(), ["first", "made", "polled"]);
}

#[test]
fn defer_is_not_made_twice_after_a_panic() {
    let log = &Log::default();
    let mut future = pin!(defer(|| -> core::future::Ready<()> {
        log.note("made");
        panic!("can't make it")
    }));
    let mut cx = Context::from_waker(Waker::noop());
    let panicked = std::panic::catch_unwind(core::panic::AssertUnwindSafe(|| {
        let _ = future.as_mut().poll(&mut cx);
    }));
    assert!(panicked.is_err());
    assert_eq!(future.poll(&mut cx), Poll::Ready(()));
    assert_eq!(log.take(), ["made"]);
}

fn ready_for_good(future: impl Future<Output = ()>) {
    let mut future = pin!(future);
    let mut cx = Context::from_waker(Waker::noop());
    while future.as_mut().poll(&mut cx).is_pending() {}
    for _ in 0..3 {
        assert_eq!(future.as_mut().poll(&mut cx), Poll::Ready(()));
    }
}

#[test]
fn everything_stays_ready() {
    let log = &Log::default();
    let new = || Async(log, "a");
    ready_for_good(noop());
    ready_for_good(fuse(yield_now()));
    ready_for_good(chain(yield_now(), async {}));
    ready_for_good(either(true, async {}, pending()));
    ready_for_good(either(false, pending(), async {}));
    ready_for_good(defer(yield_now));
    ready_for_good(async_drop(new()));
    ready_for_good(leak::async_drop::AsyncDestruct::async_destruct(new()));
    ready_for_good(async_drop(vec![new(), new()]));
    assert_eq!(log.take(), ["a"; 4]);
}

#[test]
fn fuse_drops_its_future_when_it_completes() {
    let log = &Log::default();
    let local = Async(log, "local");
    let mut future = pin!(fuse(async move {
        let _kept = &local;
    }));
    let mut cx = Context::from_waker(Waker::noop());
    assert_eq!(future.as_mut().poll(&mut cx), Poll::Ready(()));
    assert_eq!(log.take(), ["!local"]);
}
