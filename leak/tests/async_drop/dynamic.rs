//! `PollDestruct`, `PollDrop`, erased boxes.

use crate::steps::{Async, Log, block_on, stop_after, stop_everywhere, yield_now};
use core::future::Future;
use core::panic::AssertUnwindSafe;
use core::pin::{Pin, pin};
use core::sync::atomic::{AtomicU32, Ordering::Relaxed};
use core::task::{Context, Poll, Waker};
use leak::async_drop::{
    AsyncDestruct, AsyncDrop, PollDestruct, PollDrop, async_drop, async_drop_boxed, chain,
    poll_drop,
};

trait Named: PollDestruct + Send {
    fn name(&self) -> String;
    fn rename(&mut self, name: &'static str);
}

impl<D: Future<Output = ()> + Send> Named for PollDrop<Async<'_>, D> {
    fn name(&self) -> String {
        self.1.into()
    }

    fn rename(&mut self, name: &'static str) {
        self.1 = name;
    }
}

impl<D: Future<Output = ()> + Send> Named for PollDrop<Vec<Async<'_>>, D> {
    fn name(&self) -> String {
        self.iter().map(|value| value.1).collect()
    }

    fn rename(&mut self, name: &'static str) {
        for value in &mut **self {
            value.1 = name;
        }
    }
}

fn boxed(log: &Log) -> [Box<dyn Named + '_>; 2] {
    [
        Box::new(poll_drop(Async(log, "a"))),
        Box::new(poll_drop(vec![Async(log, "b"), Async(log, "c")])),
    ]
}

#[test]
fn erased_values_are_used_and_destroyed() {
    let log = &Log::default();
    let [mut first, second] = boxed(log);
    assert_eq!(second.name(), "bc");
    first.rename("z");
    assert_eq!(first.name(), "z");
    drop((first, second));
    assert_eq!(log.take(), ["!z", "!b", "!c"]);
    let polls = stop_everywhere(log, "a b c", |log| {
        let [first, second] = boxed(log);
        chain(async_drop_boxed(first), async_drop_boxed(second))
    });
    assert_eq!(polls, 7);
}

#[derive(AsyncDrop)]
struct Owner<'l> {
    erased: Box<dyn PollDestruct + Send + 'l>,
    sync: Box<dyn PollDestruct + Send + Sync + 'l>,
    named: Vec<Pin<Box<dyn Named + 'l>>>,
    concrete: Pin<Box<dyn PollDestruct + Send + 'l>>,
}

/// Keeps the state of its destructor itself.
struct Slow<'l>(&'l Log, &'static str, usize);

impl PollDestruct for Slow<'_> {
    fn poll_destruct(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<()> {
        match self.2 {
            0 => {}
            1 => {
                self.2 = 0;
                self.0.note(self.1);
            }
            _ => {
                self.2 -= 1;
                cx.waker().wake_by_ref();
                return Poll::Pending;
            }
        }
        Poll::Ready(())
    }
}

impl Drop for Slow<'_> {
    fn drop(&mut self) {
        if self.2 > 0 {
            self.0.note(format!("!{}", self.1));
        }
    }
}

#[test]
fn erased_values_are_fields() {
    let log = &Log::default();
    let polls = stop_everywhere(log, "a b c d e f g", |log| {
        let [first, second] = boxed(log).map(Box::into_pin);
        let mut owner = Owner {
            erased: Box::new(poll_drop(Async(log, "a"))),
            sync: Box::new(Slow(log, "b", 3)),
            named: vec![first, second],
            concrete: Box::pin(poll_drop((Async(log, "f"), Async(log, "g")))),
        };
        for (value, name) in owner.named.iter_mut().zip([["c"; 2], ["d", "e"]]) {
            // SAFETY: nothing is moved.
            let value = unsafe { value.as_mut().get_unchecked_mut() };
            value.rename(name[0]);
        }
        owner.named[1] = Box::pin(poll_drop(vec![Async(log, "d"), Async(log, "e")]));
        log.take();
        async_drop(owner)
    });
    assert_eq!(polls, 2 * 6 + 2 + 1);
}

#[test]
fn it_stays_ready() {
    let log = &Log::default();
    let mut cx = Context::from_waker(Waker::noop());
    let mut value: Pin<Box<dyn PollDestruct + '_>> = Box::pin(poll_drop(Async(log, "a")));
    while value.as_mut().poll_destruct(&mut cx).is_pending() {}
    assert!(value.as_mut().poll_destruct(&mut cx).is_ready());
    let mut future = pin!(async_drop_boxed(value));
    assert!(future.as_mut().poll(&mut cx).is_ready());
    assert!(future.as_mut().poll(&mut cx).is_ready());
    assert_eq!(log.take(), ["a"]);
}

#[test]
fn looking_at_a_value_that_is_being_destroyed() {
    let log = &Log::default();
    let mut cx = Context::from_waker(Waker::noop());
    let mut value = Box::pin(poll_drop(Async(log, "a")));
    assert_eq!(value.as_mut().value_mut().1, "a");
    assert!(value.as_mut().poll_destruct(&mut cx).is_pending());
    let said = test_support::panic_of(|| value.1);
    assert!(said.contains("has begun"), "{said}");
    let said = test_support::panic_of(|| value.as_mut().value_mut().1);
    assert!(said.contains("has begun"), "{said}");
    assert_eq!(format!("{value:?}"), "PollDrop(None)");
    drop(value);
    assert_eq!(log.take(), ["!a"]);
}

/// Nor do exclusive ones, which aren't given: what the destructor writes before and after is all there.
#[test]
fn asking_does_not_disturb_a_destructor() {
    #[derive(AsyncDrop)]
    struct Counts<'a>(u32, &'a AtomicU32);
    impl AsyncDrop for Counts<'_> {
        async fn async_drop(mut self: Pin<&mut Self>) {
            self.0 += 1;
            yield_now().await;
            self.0 += 1;
            self.1.store(self.0, Relaxed);
        }
    }
    let seen = AtomicU32::new(0);
    let mut cx = Context::from_waker(Waker::noop());
    let mut value = Box::pin(poll_drop(Counts(1, &seen)));
    assert!(value.as_mut().poll_destruct(&mut cx).is_pending());
    drop(test_support::panic_of(|| value.as_mut().value_mut().0));
    assert!(value.as_mut().poll_destruct(&mut cx).is_ready());
    drop(value);
    assert_eq!(seen.into_inner(), 3);
}

/// Shared references to all of it, in the middle of its destruction: the destructor goes on.
#[test]
fn looking_does_not_disturb_a_destructor() {
    let log = &Log::default();
    let mut cx = Context::from_waker(Waker::noop());
    let mut value = Box::pin(poll_drop((Async(log, "a"), vec![Async(log, "b")])));
    while value.as_mut().poll_destruct(&mut cx).is_pending() {
        assert_eq!(format!("{value:?}"), "PollDrop(None)");
        drop(test_support::panic_of(|| value.1.len()));
    }
    assert_eq!(log.take(), ["a", "b"]);
}

#[test]
fn it_lies_on_the_stack_too() {
    let log = &Log::default();
    let mut value = pin!(poll_drop((Async(log, "a"), 1)));
    value.as_mut().value_mut().1 += 1;
    let mut cx = Context::from_waker(Waker::noop());
    while value.as_mut().poll_destruct(&mut cx).is_pending() {}
    assert_eq!(log.take(), ["a"]);
}

#[test]
fn a_panic_leaves_the_rest_to_be_dropped() {
    let log = &Log::default();
    for poll in 1..=6 {
        log.panic_at(poll);
        let value: Box<dyn PollDestruct + Send + '_> =
            Box::new(poll_drop([Async(log, "a"), Async(log, "b")]));
        let panicked = std::panic::catch_unwind(AssertUnwindSafe(|| block_on(async_drop(value))));
        assert!(panicked.is_err());
        let notes = log.take();
        let expected = if poll <= 3 { ["!a", "!b"] } else { ["a", "!b"] };
        assert_eq!(notes, expected);
    }
    log.panic_at(0);
}

#[test]
fn erased_futures_are_send() {
    fn is_send<T: Send>(_: &T) {}
    fn generic<T: AsyncDestruct + 'static>(value: T) -> Box<dyn PollDestruct + Send> {
        Box::new(poll_drop(value))
    }
    let log = &Log::default();
    let [first, _second] = boxed(log);
    let future = async_drop_boxed(first);
    is_send(&future);
    assert!(stop_after(1, future).is_none());
    block_on(async_drop(generic(vec![1, 2])));
    block_on(yield_now());
}
