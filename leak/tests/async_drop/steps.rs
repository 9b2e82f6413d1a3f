//! An executor that stops at every poll in turn, and values that note how they were destroyed.

use core::future::{Future, poll_fn};
use core::pin::{Pin, pin};
use core::sync::atomic::{AtomicUsize, Ordering::SeqCst};
use core::task::{Context, Poll, Waker};
use leak::async_drop::AsyncDrop;
use std::sync::Mutex;

/// What was destroyed, in this order: `a` by its asynchronous destructor, or a plain value, `!a`
/// synchronously.
#[derive(Debug, Default)]
pub(crate) struct Log {
    notes: Mutex<Vec<String>>,
    /// Polls of destructors that are left until one panics; 0 is never.
    until_panic: AtomicUsize,
}

impl Log {
    pub(crate) fn note(&self, what: impl Into<String>) {
        self.notes.lock().unwrap().push(what.into());
    }

    pub(crate) fn take(&self) -> Vec<String> {
        core::mem::take(&mut self.notes.lock().unwrap())
    }

    pub(crate) fn panic_at(&self, poll: usize) {
        self.until_panic.store(poll, SeqCst);
    }

    /// Counts a poll of a destructor.
    fn poll(&self) {
        let left = self.until_panic.load(SeqCst);
        if left > 0 {
            self.until_panic.store(left - 1, SeqCst);
            assert!(left > 1, "the poll that panics");
        }
    }
}

/// Its asynchronous destructor needs three polls.
#[derive(Debug, AsyncDrop)]
pub(crate) struct Async<'l>(pub(crate) &'l Log, pub(crate) &'static str);

impl AsyncDrop for Async<'_> {
    async fn async_drop(self: Pin<&mut Self>) {
        for _ in 0..2 {
            self.0.poll();
            yield_now().await;
        }
        self.0.poll();
        self.0.note(self.1);
    }
}

impl Drop for Async<'_> {
    fn drop(&mut self) {
        self.0.note(format!("!{}", self.1));
    }
}

// For sets and keys of maps: in the order of the names.
impl PartialEq for Async<'_> {
    fn eq(&self, other: &Self) -> bool {
        self.1 == other.1
    }
}
impl Eq for Async<'_> {}
impl PartialOrd for Async<'_> {
    fn partial_cmp(&self, other: &Self) -> Option<core::cmp::Ordering> {
        Some(self.cmp(other))
    }
}
impl Ord for Async<'_> {
    fn cmp(&self, other: &Self) -> core::cmp::Ordering {
        self.1.cmp(other.1)
    }
}
impl core::hash::Hash for Async<'_> {
    fn hash<H: core::hash::Hasher>(&self, state: &mut H) {
        self.1.hash(state);
    }
}

/// Nothing asynchronous about it.
#[derive(Debug)]
pub(crate) struct Dropped<'l>(pub(crate) &'l Log, pub(crate) &'static str);

impl Drop for Dropped<'_> {
    fn drop(&mut self) {
        self.0.note(self.1);
    }
}

/// Pending once.
pub(crate) fn yield_now() -> impl Future<Output = ()> + Send {
    let mut yielded = false;
    poll_fn(move |cx| {
        if core::mem::replace(&mut yielded, true) {
            return Poll::Ready(());
        }
        cx.waker().wake_by_ref();
        Poll::Pending
    })
}

/// Polls the future so many times, then drops it. Its output if that was enough.
pub(crate) fn stop_after<F: Future>(polls: usize, future: F) -> Option<F::Output> {
    let mut future = pin!(future);
    let mut cx = Context::from_waker(Waker::noop());
    for _ in 0..polls {
        if let Poll::Ready(output) = future.as_mut().poll(&mut cx) {
            return Some(output);
        }
    }
    None
}

/// Polls the future to its end.
pub(crate) fn block_on<F: Future>(future: F) -> F::Output {
    stop_after(usize::MAX, future).expect("it ends")
}

/// Stops the future at poll 0, 1, 2, …, and checks that what `order` names (separated by spaces)
/// was destroyed each time, once, and in this order: first some asynchronously, then the rest
/// synchronously. Returns the number of polls that it takes.
pub(crate) fn stop_everywhere<'l, F: Future>(
    log: &'l Log,
    order: &str,
    make: impl Fn(&'l Log) -> F,
) -> usize {
    let order: Vec<&str> = order.split_whitespace().collect();
    let mut asynchronous = 0;
    for polls in 0.. {
        let done = stop_after(polls, make(log)).is_some();
        let notes = log.take();
        let names: Vec<&str> = notes
            .iter()
            .map(|note| note.trim_start_matches('!'))
            .collect();
        assert_eq!(names, order, "stopped after {polls} polls: {notes:?}");
        let now = notes.iter().filter(|note| !note.starts_with('!')).count();
        assert!(
            now >= asynchronous,
            "more polls, fewer asynchronous: {notes:?}"
        );
        asynchronous = now;
        if done {
            assert_eq!(now, order.len(), "all the way: {notes:?}");
            return polls;
        }
    }
    unreachable!()
}
