//! Tasks as guard objects.

mod shared;
mod task;

pub use task::GuardedTask;

use super::by_value::by_value;
use super::place::{Doomed, Pinning};
use super::traits::{AsyncDestruct, AsyncDrop};
use alloc::sync::Arc;
use core::fmt;
use core::future::{Future, poll_fn};
use core::pin::Pin;
use shared::{Outcome, Shared};
use std::panic::resume_unwind;

/// A task of an executor, as a guard object: when it is destroyed asynchronously, it cancels the
/// task and waits until it is gone.
///
/// It works with every executor, since it asks for nothing but a way to start a task:
///
/// ```
/// use leak::async_drop::{AwaitGuard, async_drop};
///
/// smol::block_on(async {
///     let guard = AwaitGuard::spawn(async { 6 * 7 }, |task| smol::spawn(task).detach());
///     assert_eq!(guard.join().await.ok(), Some(42));
///
///     let guard = AwaitGuard::spawn(core::future::pending::<()>(), |task| smol::spawn(task).detach());
///     async_drop(guard).await; // cancelled, and dropped by its executor
/// });
/// ```
///
/// With tokio, the closure is `|task| { tokio::spawn(task); }`. One allocation, besides what the
/// executor makes.
///
/// - [`join`](Self::join) waits for the result.
/// - Destroyed asynchronously, it cancels the task: its executor drops it at the next point where
///   it waits. The destructor waits for that, and for what the task's own variables do when they
///   are dropped. If the task panicked, the panic goes on here.
/// - Dropped synchronously, it cancels the task and *doesn't* wait: a destructor that blocks would
///   block the executor that is to drop the task.
/// - Forgotten, or by [`detach`](Self::detach), it leaves the task alone.
///
/// What the task borrows must be `'static`. That is no limit of this library: a guard can be
/// forgotten, and an executor runs a task for as long as it likes. [`PinScope`](crate::PinScope) is
/// the place for what is borrowed.
///
/// The task is waited for wherever it is dropped: also when its executor shuts down and drops it
/// without asking.
///
/// From the text on the destruction guarantee: "`AwaitGuard` representing async tasks".
#[must_use = "dropping the guard cancels its task"]
pub struct AwaitGuard<T> {
    /// Whether dropping it cancels the task.
    armed: bool,
    shared: Arc<Shared<T>>,
}

/// Why there is no result.
pub enum JoinError {
    /// The task was dropped by its executor.
    Cancelled,
    /// It panicked, with this payload.
    Panicked(alloc::boxed::Box<dyn core::any::Any + Send>),
}

impl<T: Send + 'static> AwaitGuard<T> {
    /// Starts a task. `spawn` gives it to an executor.
    pub fn spawn<F, S>(future: F, spawn: S) -> Self
    where
        F: Future<Output = T> + Send + 'static,
        S: FnOnce(GuardedTask<F>),
    {
        let shared = Arc::new(Shared::new());
        let guard = Self {
            armed: true,
            shared: shared.clone(),
        };
        spawn(GuardedTask::new(future, shared));
        guard
    }
}

impl<T> AwaitGuard<T> {
    /// Waits for the result. If the future is dropped, the task is cancelled.
    ///
    /// # Errors
    ///
    /// If there is no result.
    pub async fn join(mut self) -> Result<T, JoinError> {
        let outcome = poll_fn(|cx| self.shared.poll_outcome(cx)).await;
        self.armed = false;
        match outcome {
            Outcome::Done(value) => Ok(value),
            Outcome::Panicked(payload) => Err(JoinError::Panicked(payload)),
            Outcome::Dropped => Err(JoinError::Cancelled),
        }
    }

    /// Asks the task to end, and doesn't wait for it.
    pub fn cancel(&self) {
        self.shared.cancel();
    }

    /// Whether the task is gone: whether [`join`](Self::join) would not wait.
    #[must_use]
    pub fn is_finished(&self) -> bool {
        self.shared.is_finished()
    }

    /// Leaves the task alone.
    pub fn detach(mut self) {
        self.armed = false;
    }
}

impl<T: Send> AsyncDrop for AwaitGuard<T> {
    async fn async_drop(self: Pin<&mut Self>) {
        self.shared.cancel();
        match poll_fn(|cx| self.shared.poll_outcome(cx)).await {
            Outcome::Panicked(payload) => resume_unwind(payload),
            Outcome::Done(value) => drop(value),
            Outcome::Dropped => {}
        }
    }
}

impl<T: Send> AsyncDestruct for AwaitGuard<T> {
    fn async_destruct(self) -> impl Future<Output = ()> + Send {
        by_value(self)
    }

    fn __async_drop(self) -> impl Future<Output = ()> + Send {
        by_value(self)
    }

    #[expect(
        clippy::manual_async_fn,
        reason = "that it is `Send` is part of the signature"
    )]
    fn __unsafe_glue<P: Pinning>(place: Doomed<'_, Self, P>) -> impl Future<Output = ()> + Send {
        async move {
            let mut this = place.unpin().into_inner();
            Pin::new(&mut this).async_drop().await;
            this.armed = false;
        }
    }
}

impl<T> Drop for AwaitGuard<T> {
    fn drop(&mut self) {
        if self.armed {
            self.shared.cancel();
        }
    }
}

impl<T> fmt::Debug for AwaitGuard<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("AwaitGuard")
            .field("finished", &self.is_finished())
            .finish_non_exhaustive()
    }
}

impl fmt::Debug for JoinError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Cancelled => "Cancelled",
            Self::Panicked(_) => "Panicked(..)",
        })
    }
}

impl fmt::Display for JoinError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Cancelled => "the task was dropped before it had a result",
            Self::Panicked(_) => "the task panicked",
        })
    }
}

impl core::error::Error for JoinError {}
