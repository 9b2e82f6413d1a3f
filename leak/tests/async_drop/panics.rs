//! A destructor panics at each of its polls in turn.

use crate::steps::{Async, Dropped, Log, block_on, yield_now};
use core::future::Future;
use core::panic::AssertUnwindSafe;
use core::pin::{Pin, pin};
use core::task::{Context, Waker};
use leak::async_drop::{AsyncDestruct, AsyncDrop, async_drop};
use std::panic::{catch_unwind, resume_unwind};

/// Of each panic: the names are those of `order`, each once, and those from the one that panics on
/// are dropped.
fn check<'l, T: AsyncDestruct>(log: &'l Log, order: &str, make: impl Fn(&'l Log) -> T) {
    let order: Vec<_> = order.split_whitespace().collect();
    let mut panics = 0;
    loop {
        panics += 1;
        log.panic_at(panics);
        let value = make(log);
        let result = catch_unwind(AssertUnwindSafe(|| block_on(async_drop(value))));
        log.panic_at(0);
        let notes = log.take();
        let names: Vec<_> = notes
            .iter()
            .map(|note| note.trim_start_matches('!'))
            .collect();
        assert_eq!(names, order, "panic at poll {panics}: {notes:?}");
        if result.is_ok() {
            break;
        }
        let dropped = notes.iter().filter(|note| note.starts_with('!')).count();
        assert!(dropped >= 1, "the one that panicked was dropped: {notes:?}");
    }
    assert!(panics > 3, "there were panics at all");
}

#[derive(AsyncDrop)]
struct Struct<'l>(Async<'l>, Dropped<'l>, Async<'l>);

#[derive(AsyncDrop)]
enum Enum<'l> {
    Variant {
        a: Async<'l>,
        b: Struct<'l>,
        c: Vec<Async<'l>>,
    },
}

#[test]
fn a_panic_drops_the_rest_in_order() {
    let log = &Log::default();
    check(log, "a b c", |log| {
        Struct(Async(log, "a"), Dropped(log, "b"), Async(log, "c"))
    });
    check(log, "a b c d e f", |log| Enum::Variant {
        a: Async(log, "a"),
        b: Struct(Async(log, "b"), Dropped(log, "c"), Async(log, "d")),
        c: vec![Async(log, "e"), Async(log, "f")],
    });
    check(log, "a b c", |log| {
        vec![Async(log, "a"), Async(log, "b"), Async(log, "c")]
    });
    check(log, "a b c", |log| {
        Box::new([Async(log, "a"), Async(log, "b"), Async(log, "c")])
    });
    check(log, "a b c", |log| {
        (
            Some(Async(log, "a")),
            (Async(log, "b"),),
            Ok::<_, u8>(Async(log, "c")),
        )
    });
    check(log, "k v w", |log| {
        (
            std::collections::BTreeMap::from([(Async(log, "k"), Async(log, "v"))]),
            Async(log, "w"),
        )
    });
    check(log, "a b", |log| {
        std::collections::VecDeque::from([Async(log, "a"), Async(log, "b")])
    });
}

#[test]
fn polled_again_after_a_panic_nothing_is_destroyed_twice() {
    let log = &Log::default();
    for panics in 1..=6 {
        log.panic_at(panics);
        {
            let mut future = pin!(async_drop(Struct(
                Async(log, "a"),
                Dropped(log, "b"),
                Async(log, "c")
            )));
            let mut cx = Context::from_waker(Waker::noop());
            for _ in 0..9 {
                // The first panic is the destructor's; then the future says that it panicked.
                drop(catch_unwind(AssertUnwindSafe(|| {
                    future.as_mut().poll(&mut cx).is_ready()
                })));
            }
        }
        log.panic_at(0);
        let notes = log.take();
        let names: Vec<_> = notes
            .iter()
            .map(|note| note.trim_start_matches('!'))
            .collect();
        assert_eq!(names, ["a", "b", "c"]);
    }
}

/// Panics in its synchronous destructor.
struct PanicsWhenDropped<'l>(&'l Log, &'static str);

impl Drop for PanicsWhenDropped<'_> {
    fn drop(&mut self) {
        self.0.note(self.1);
        if !std::thread::panicking() {
            resume_unwind(Box::new(self.1));
        }
    }
}

#[derive(AsyncDrop)]
struct Mixed<'l> {
    first: Async<'l>,
    panics: PanicsWhenDropped<'l>,
    last: Async<'l>,
}

#[test]
fn synchronous_destructors_panic_too() {
    let log = &Log::default();
    // In its turn, at every stop.
    for polls in 0..=5 {
        let value = Mixed {
            first: Async(log, "a"),
            panics: PanicsWhenDropped(log, "b"),
            last: Async(log, "c"),
        };
        let result = catch_unwind(AssertUnwindSafe(|| {
            crate::steps::stop_after(polls, async_drop(value))
        }));
        assert_eq!(result.unwrap_err().downcast_ref(), Some(&"b"), "{polls}");
        let notes = log.take();
        let names: Vec<_> = notes
            .iter()
            .map(|note| note.trim_start_matches('!'))
            .collect();
        assert_eq!(names, ["a", "b", "c"], "{polls}");
    }
}

/// Panics before there is a future.
#[derive(AsyncDrop)]
struct PanicsAtOnce<'l>(Async<'l>);

impl AsyncDrop for PanicsAtOnce<'_> {
    fn async_drop(self: Pin<&mut Self>) -> impl Future<Output = ()> + Send {
        if self.0.1 == "a" {
            resume_unwind(Box::new("at once"));
        }
        yield_now()
    }
}

#[test]
fn own_code_that_panics_before_it_has_a_future() {
    let log = &Log::default();
    let value = (
        Async(log, "0"),
        PanicsAtOnce(Async(log, "a")),
        Async(log, "b"),
    );
    let result = catch_unwind(AssertUnwindSafe(|| block_on(async_drop(value))));
    assert_eq!(result.unwrap_err().downcast_ref(), Some(&"at once"));
    assert_eq!(log.take(), ["0", "!a", "!b"]);
}
