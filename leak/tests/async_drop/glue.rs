//! The futures of glue, where they take short cuts: plain values at once, values without size, room
//! for what can't be named, own code whose future misbehaves.

use crate::steps::{Async, Dropped, Log, block_on, stop_after, stop_everywhere, yield_now};
use core::future::Future;
use core::panic::AssertUnwindSafe;
use core::pin::Pin;
use core::sync::atomic::{AtomicUsize, Ordering::SeqCst};
use core::task::{Context, Poll, Waker};
use leak::async_drop::{AsyncDestruct, AsyncDrop, Plain, async_drop};
use std::panic::{catch_unwind, resume_unwind};

fn plain<'l>(log: &'l Log, names: &[&'static str]) -> Vec<Plain<Dropped<'l>>> {
    names.iter().map(|name| Plain(Dropped(log, name))).collect()
}

#[derive(AsyncDrop)]
struct Owner<'l, T: AsyncDestruct>(T, Async<'l>);

#[test]
fn plain_containers_are_dropped_at_once_in_their_turn() {
    let log = &Log::default();
    stop_everywhere(log, "a b c d e f g h", |log| {
        async_drop((
            Async(log, "a"),
            plain(log, &["b", "c"]),
            plain(log, &["d"]).into_boxed_slice(),
            [Some(Plain(Dropped(log, "e"))), None],
            (Box::new(Plain(Dropped(log, "f"))), 1),
            std::collections::VecDeque::from(plain(log, &["g"])),
            Async(log, "h"),
        ))
    });
    stop_everywhere(log, "a b c", |log| {
        async_drop(Owner(plain(log, &["a", "b"]), Async(log, "c")))
    });
    let polls = stop_everywhere(log, "a b", |log| async_drop(plain(log, &["a", "b"])));
    assert_eq!(polls, 1);
}

/// Panics, but not while the thread does.
struct Panics<'l>(Dropped<'l>);

impl Drop for Panics<'_> {
    fn drop(&mut self) {
        if !std::thread::panicking() {
            resume_unwind(Box::new(self.0.1));
        }
    }
}

#[test]
fn a_plain_element_that_panics_is_not_the_end_of_the_others() {
    let log = &Log::default();
    let values = || {
        ["a", "b", "c"]
            .map(|name| Plain((name == "a").then(|| Panics(Dropped(log, "!")))))
            .into_iter()
            .zip(plain(log, &["a", "b", "c"]))
            .collect::<Vec<_>>()
    };
    for polls in 0..3 {
        let future = async_drop((values(), Async(log, "d")));
        let result = catch_unwind(AssertUnwindSafe(|| stop_after(polls, future)));
        assert_eq!(result.unwrap_err().downcast_ref(), Some(&"!"), "{polls}");
        assert_eq!(log.take(), ["!", "a", "b", "c", "!d"], "{polls}");
    }
}

static NOTHINGS: AtomicUsize = AtomicUsize::new(0);

/// Without size, but not without destructor.
#[derive(AsyncDrop)]
struct Nothing;

impl AsyncDrop for Nothing {
    async fn async_drop(self: Pin<&mut Self>) {
        yield_now().await;
        NOTHINGS.fetch_add(1, SeqCst);
    }
}

impl Drop for Nothing {
    fn drop(&mut self) {
        NOTHINGS.fetch_add(100, SeqCst);
    }
}

#[test]
fn values_without_size_are_counted() {
    for polls in 0..=4 {
        let done = stop_after(polls, async_drop(vec![Nothing, Nothing, Nothing])).is_some();
        assert_eq!(done, polls == 4);
        let gone = polls.saturating_sub(1);
        assert_eq!(NOTHINGS.swap(0, SeqCst), gone + (3 - gone) * 100, "{polls}");
    }
    block_on(async_drop((
        [Nothing, Nothing],
        Box::new([Nothing]) as Box<[_]>,
    )));
    assert_eq!(NOTHINGS.swap(0, SeqCst), 3);
    block_on(async_drop([Plain(Nothing), Plain(Nothing)]));
    assert_eq!(NOTHINGS.swap(0, SeqCst), 200);
}

/// More than any integer asks for.
#[repr(align(128))]
struct Aligned(u8);

impl Aligned {
    fn check(&self) {
        assert_eq!(core::ptr::from_ref(self).addr() % 128, 0);
        assert_eq!(self.0, 7);
    }
}

#[derive(AsyncDrop)]
struct Wide<'l>(Aligned, Async<'l>);

impl AsyncDrop for Wide<'_> {
    async fn async_drop(self: Pin<&mut Self>) {
        // In the future, too.
        let inside = Aligned(7);
        inside.check();
        self.0.check();
        yield_now().await;
        inside.check();
        self.0.check();
    }
}

impl Drop for Aligned {
    fn drop(&mut self) {
        self.check();
    }
}

#[test]
fn what_is_aligned_stays_so() {
    let log = &Log::default();
    stop_everywhere(log, "a b c", |log| {
        async_drop((
            Wide(Aligned(7), Async(log, "a")),
            vec![Wide(Aligned(7), Async(log, "b"))],
            Box::new(Some(Wide(Aligned(7), Async(log, "c")))),
        ))
    });
}

/// Until it is polled, the future may be moved about.
#[test]
fn moved_before_it_is_polled() {
    let log = &Log::default();
    let future = async_drop((Async(log, "a"), vec![Async(log, "b")]));
    let mut moved = vec![Some(future)];
    moved.reserve(100);
    let future = moved.pop().flatten().expect("it is there");
    block_on(Box::pin(future));
    assert_eq!(log.take(), ["a", "b"]);
}

/// Own code that waits once.
#[derive(AsyncDrop)]
struct Own<'l>(Async<'l>);

/// Its future, which panics when it is dropped, after its completion or before.
struct Code<'p, 'l> {
    value: Pin<&'p mut Own<'l>>,
    polls: usize,
}

impl AsyncDrop for Own<'_> {
    fn async_drop(self: Pin<&mut Self>) -> impl Future<Output = ()> + Send {
        Code {
            value: self,
            polls: 0,
        }
    }
}

impl Future for Code<'_, '_> {
    type Output = ();

    fn poll(mut self: Pin<&mut Self>, _: &mut Context<'_>) -> Poll<()> {
        self.polls += 1;
        if self.polls == 2 {
            return Poll::Ready(());
        }
        Poll::Pending
    }
}

impl Drop for Code<'_, '_> {
    fn drop(&mut self) {
        // The value is still there.
        self.value.0.0.note("code");
        if !std::thread::panicking() {
            resume_unwind(Box::new("code"));
        }
    }
}

#[test]
fn own_code_whose_future_panics_when_it_is_dropped() {
    let log = &Log::default();
    for polls in 1..4 {
        let value = (Own(Async(log, "a")), Async(log, "b"));
        let future = async_drop(value);
        let result = catch_unwind(AssertUnwindSafe(|| stop_after(polls, future)));
        assert_eq!(result.unwrap_err().downcast_ref(), Some(&"code"));
        assert_eq!(log.take(), ["code", "!a", "!b"], "{polls}");
    }
    // It isn't made before.
    stop_after(0, async_drop(Own(Async(log, "a"))));
    assert_eq!(log.take(), ["!a"]);
}

/// A whole that may go to another thread, of parts that may not on their own.
#[derive(AsyncDrop)]
struct Whole<'l> {
    first: Async<'l>,
    pointer: *const u8,
    other: Alone<'l>,
    last: Async<'l>,
}

#[expect(dead_code, reason = "it is dropped")]
struct Alone<'l>(Dropped<'l>, core::marker::PhantomData<*const u8>);

// SAFETY: nobody looks at the pointers.
unsafe impl Send for Whole<'_> {}

#[test]
fn parts_that_are_send_only_together() {
    fn is_send<T: Send>(value: T) -> T {
        value
    }
    let log = &Log::default();
    stop_everywhere(log, "a b c", |log| {
        is_send(async_drop(Whole {
            first: Async(log, "a"),
            pointer: core::ptr::null(),
            other: Alone(Dropped(log, "b"), core::marker::PhantomData),
            last: Async(log, "c"),
        }))
    });
}

/// So many values without a size that the end of the row lies before its start.
#[test]
fn more_values_than_there_are_addresses() {
    #[derive(AsyncDrop)]
    struct Nothing;

    impl AsyncDrop for Nothing {
        async fn async_drop(self: Pin<&mut Self>) {
            yield_now().await;
        }
    }

    let mut destructor = Box::pin(async_drop([const { Nothing }; usize::MAX]));
    let mut cx = Context::from_waker(Waker::noop());
    for _ in 0..3 {
        assert!(destructor.as_mut().poll(&mut cx).is_pending());
    }
    drop(destructor); // the others with it
}
