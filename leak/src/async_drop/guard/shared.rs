//! What a task and its guard share.

use alloc::boxed::Box;
use core::any::Any;
use core::task::{Context, Poll, Waker};
use std::sync::{Mutex, MutexGuard, PoisonError};

/// How a task ended.
pub(crate) enum Outcome<T> {
    Done(T),
    Panicked(Box<dyn Any + Send>),
    /// Its executor dropped it.
    Dropped,
}

pub(crate) struct Shared<T>(Mutex<State<T>>);

struct State<T> {
    cancelled: bool,
    finished: bool,
    /// There from the end of the task until the guard takes it.
    outcome: Option<Outcome<T>>,
    /// Who polls the task.
    task: Option<Waker>,
    /// Who waits for it.
    guard: Option<Waker>,
}

impl<T> Shared<T> {
    pub(crate) fn new() -> Self {
        Self(Mutex::new(State {
            cancelled: false,
            finished: false,
            outcome: None,
            task: None,
            guard: None,
        }))
    }

    /// No code of the user's runs under the lock: wakers are woken, cloned and dropped outside of
    /// it.
    fn lock(&self) -> MutexGuard<'_, State<T>> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }

    pub(crate) fn is_finished(&self) -> bool {
        self.lock().finished
    }

    pub(crate) fn cancel(&self) {
        let waker = {
            let mut state = self.lock();
            state.cancelled = true;
            state.task.take()
        };
        if let Some(waker) = waker {
            waker.wake();
        }
    }

    /// Before each poll of the task: whether it should go on.
    pub(crate) fn goes_on(&self, cx: &Context<'_>) -> bool {
        let waker = cx.waker().clone();
        let (goes_on, _old) = {
            let mut state = self.lock();
            (!state.cancelled, state.task.replace(waker))
        };
        goes_on
    }

    /// The end of the task. All of it is gone, but the outcome.
    pub(crate) fn finish(&self, outcome: Outcome<T>) {
        let (waker, _task) = {
            let mut state = self.lock();
            state.finished = true;
            state.outcome = Some(outcome);
            (state.guard.take(), state.task.take())
        };
        if let Some(waker) = waker {
            waker.wake();
        }
    }

    /// Pending until the task has ended; its outcome, once.
    pub(crate) fn poll_outcome(&self, cx: &Context<'_>) -> Poll<Outcome<T>> {
        let waker = cx.waker().clone();
        let (poll, _old) = {
            let mut state = self.lock();
            match state.outcome.take() {
                Some(outcome) => (Poll::Ready(outcome), None),
                // Somebody took it.
                None if state.finished => (Poll::Ready(Outcome::Dropped), None),
                None => (Poll::Pending, state.guard.replace(waker)),
            }
        };
        poll
    }
}
