//! `#[must_async_drop]`, `Linear`, `dropped_synchronously`.

use crate::steps::{Async, Log, block_on, stop_after, yield_now};
use core::panic::AssertUnwindSafe;
use core::pin::Pin;
use leak::async_drop::{AsyncDestruct, AsyncDrop, Linear, async_drop, must_async_drop};
use std::panic::{catch_unwind, resume_unwind};
use test_support::panic_of;

/// Has to say goodbye.
#[must_async_drop]
#[derive(AsyncDrop)]
struct Session<'l> {
    log: &'l Log,
    field: Async<'l>,
}

impl AsyncDrop for Session<'_> {
    async fn async_drop(self: Pin<&mut Self>) {
        yield_now().await;
        self.log.note("goodbye");
    }
}

fn session(log: &Log) -> Session<'_> {
    Session {
        log,
        field: Async(log, "field"),
    }
}

#[test]
fn destroyed_asynchronously_it_is_quiet() {
    let log = &Log::default();
    block_on(async_drop(vec![session(log)]));
    assert_eq!(log.take(), ["goodbye", "field"]);
}

#[test]
fn dropped_it_reports_and_its_fields_go() {
    let log = &Log::default();
    let said = panic_of(|| drop(session(log)));
    assert!(said.contains("exclusive::Session"), "{said}");
    assert!(said.contains("must be destroyed asynchronously"), "{said}");
    assert_eq!(log.take(), ["!field"]);
}

#[test]
fn dropped_midway_it_reports_until_its_own_code_is_through() {
    let log = &Log::default();
    for polls in 0..2 {
        let said = panic_of(|| stop_after(polls, async_drop(session(log))));
        assert!(said.contains("exclusive::Session"), "{said}");
        assert_eq!(log.take(), ["!field"]);
    }
    // From here on only the field is left, which may be dropped.
    assert!(stop_after(2, async_drop(session(log))).is_none());
    assert_eq!(log.take(), ["goodbye", "!field"]);
}

#[test]
fn while_the_thread_panics_it_is_quiet() {
    let log = &Log::default();
    let panicked = catch_unwind(AssertUnwindSafe(|| {
        let _session = session(log);
        resume_unwind(Box::new("the cause"));
    }));
    assert_eq!(panicked.unwrap_err().downcast_ref(), Some(&"the cause"));
    assert_eq!(log.take(), ["!field"]);
}

/// The attribute repeats what the type says of its parameters.
#[must_async_drop]
#[derive(AsyncDrop)]
enum Generic<'l, T: AsyncDestruct, const N: usize>
where
    T: Clone,
{
    One([T; N], &'l Log),
}

impl<T: AsyncDestruct + Clone, const N: usize> AsyncDrop for Generic<'_, T, N> {
    async fn async_drop(self: Pin<&mut Self>) {
        let Self::One(values, log) = &*self;
        log.note(format!("own {}", values.len()));
    }
}

#[test]
fn generic_types_too() {
    let log = &Log::default();
    block_on(async_drop(Generic::One([1, 2], log)));
    assert_eq!(log.take(), ["own 2"]);
    assert!(panic_of(|| drop(Generic::One([1], log))).contains("Generic"));
}

#[test]
fn linear_values_are_destroyed_or_taken_apart() {
    async fn destroy(log: &Log) {
        let value = Linear::new(Async(log, "a"));
        async_drop(value).await;
    }
    let log = &Log::default();
    block_on(destroy(log));
    assert_eq!(log.take(), ["a"]);
    drop(Linear::new(Async(log, "b")).into_inner());
    assert_eq!(log.take(), ["!b"]);
}
