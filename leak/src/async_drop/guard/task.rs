//! What the executor gets.

use super::shared::{Outcome, Shared};
use alloc::sync::Arc;
use core::fmt;
use core::future::Future;
use core::panic::AssertUnwindSafe;
use core::pin::Pin;
use core::task::{Context, Poll};
use pin_project_lite::pin_project;
use std::panic::catch_unwind;

pin_project! {
    /// The task of an [`AwaitGuard`](super::AwaitGuard), to be given to an executor. Its own result is `()`.
    #[must_use = "futures do nothing unless polled"]
    pub struct GuardedTask<F: Future> {
        // Dropped before `shared` reports the end.
        #[pin]
        future: Option<F>,
        shared: Option<Report<F::Output>>,
    }
}

/// Reports the end of a task when it is dropped, if nobody did before.
struct Report<T>(Arc<Shared<T>>);

impl<T> Drop for Report<T> {
    fn drop(&mut self) {
        if !self.0.is_finished() {
            self.0.finish(Outcome::Dropped);
        }
    }
}

impl<F: Future> GuardedTask<F> {
    pub(crate) fn new(future: F, shared: Arc<Shared<F::Output>>) -> Self {
        Self {
            future: Some(future),
            shared: Some(Report(shared)),
        }
    }
}

impl<F: Future> Future for GuardedTask<F> {
    type Output = ();

    fn poll(self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<()> {
        let mut this = self.project();
        let Some(Report(shared)) = this.shared else {
            return Poll::Ready(());
        };
        let mut outcome = if shared.goes_on(cx) {
            let Some(future) = this.future.as_mut().as_pin_mut() else {
                return Poll::Ready(());
            };
            match catch_unwind(AssertUnwindSafe(|| future.poll(cx))) {
                Ok(Poll::Pending) => return Poll::Pending,
                Ok(Poll::Ready(value)) => Outcome::Done(value),
                Err(payload) => Outcome::Panicked(payload),
            }
        } else {
            Outcome::Dropped
        };
        // The task's variables are gone before its guard hears of its end.
        let dropped = catch_unwind(AssertUnwindSafe(|| this.future.set(None)));
        if let Err(payload) = dropped
            && !matches!(outcome, Outcome::Panicked(_))
        {
            outcome = Outcome::Panicked(payload);
        }
        shared.finish(outcome);
        *this.shared = None;
        Poll::Ready(())
    }
}

impl<F: Future> fmt::Debug for GuardedTask<F> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("GuardedTask")
            .field("finished", &self.shared.is_none())
            .finish_non_exhaustive()
    }
}
