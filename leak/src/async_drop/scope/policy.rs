//! What becomes of a scope that is dropped midway.

use super::entries::Entries;
use alloc::boxed::Box;
use core::any::Any;
use core::fmt;
use core::future::Future;
use core::panic::AssertUnwindSafe;
use core::pin::Pin;
use core::task::{Context, Poll, ready};
use std::panic::{catch_unwind, resume_unwind};

/// What happens when the future of an [`async_scope!`](crate::async_scope) is dropped before its
/// end: its *cancellation policy*.
pub trait OnCancel<'env> {
    /// Gets what the scope still owns. It may be in the middle of being destroyed.
    fn cancelled(self, rest: Unwinding<'env>);
}

/// The default policy: what is left is dropped, synchronously, the newest first.
#[derive(Clone, Copy, Debug, Default)]
pub struct DropRest;

impl<'env> OnCancel<'env> for DropRest {
    fn cancelled(self, rest: Unwinding<'env>) {
        drop(rest);
    }
}

/// The policy `hand_over = spawn`: what is left is destroyed asynchronously by somebody else. What
/// the scope owns must be `'static`.
///
/// `spawn` is called where the scope is dropped, in a destructor. So it should not panic, as
/// `tokio::spawn` does outside of a runtime: a handle of the runtime is the better way there. If it
/// drops what it gets, the rest is dropped.
#[derive(Clone, Copy, Debug)]
pub struct HandOver<S>(
    /// Gets the future that does it.
    pub S,
);

impl<S: FnOnce(Unwinding<'static>)> OnCancel<'static> for HandOver<S> {
    fn cancelled(self, rest: Unwinding<'static>) {
        (self.0)(rest);
    }
}

/// The rest of a scope, to be destroyed: a future that goes on with it, the newest first.
///
/// Dropping it drops what is left. A panic in a destructor doesn't keep the others from being
/// destroyed; the first one leaves the last poll.
#[must_use = "futures do nothing unless polled"]
pub struct Unwinding<'env> {
    entries: Entries<'env>,
    panic: Option<Payload>,
}

type Payload = Box<dyn Any + Send>;

impl<'env> Unwinding<'env> {
    pub(crate) fn new(entries: Entries<'env>) -> Self {
        Self {
            entries,
            panic: None,
        }
    }
}

impl Future for Unwinding<'_> {
    type Output = ();

    fn poll(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<()> {
        while let Some(key) = self.entries.newest() {
            // SAFETY: 1. The list has it. 2. It is ours, and nothing else of it is used.
            let poll = catch_unwind(AssertUnwindSafe(|| unsafe { key.poll(cx) }));
            if let Ok(poll) = poll {
                ready!(poll);
            }
            let entry = self.entries.pop();
            let dropped = catch_unwind(AssertUnwindSafe(|| drop(entry)));
            if let Some(payload) = poll.err().or(dropped.err()) {
                self.panic.get_or_insert(payload);
            }
        }
        if let Some(payload) = self.panic.take() {
            resume_unwind(payload);
        }
        Poll::Ready(())
    }
}

impl fmt::Debug for Unwinding<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Unwinding")
            .field("entries", &self.entries.len())
            .finish_non_exhaustive()
    }
}
