//! Dependents that are built by a future.
//!
//! While the future runs, it is a dependent itself: it borrows from the owner, and lies beside it. So an asynchronous
//! step needs no allocation, and dropping it midway drops the future first, then the owner.

use core::fmt;
use core::marker::PhantomData;
use core::pin::Pin;
use core::task::{Context, Poll, ready};

/// A future, then its output.
pub struct Pending<Fut: Future> {
    /// # Invariants
    ///
    /// 1. Structurally pinned as long as it is `Running`; an output is not.
    state: State<Fut>,
}

enum State<Fut: Future> {
    Running(Fut),
    Done(Fut::Output),
}

impl<Fut: Future> Pending<Fut> {
    /// Will run the future.
    #[inline]
    pub fn new(future: Fut) -> Self {
        Self {
            state: State::Running(future),
        }
    }

    /// Runs the future as far as it goes.
    ///
    /// # Panics
    ///
    /// If the future does.
    pub fn poll(self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<()> {
        // SAFETY: a running future is not moved: it is pinned again, and dropped in place.
        let this = unsafe { self.get_unchecked_mut() };
        if let State::Running(future) = &mut this.state {
            // SAFETY: structurally pinned, by invariant 1.
            let future = unsafe { Pin::new_unchecked(future) };
            let output = ready!(future.poll(cx));
            this.state = State::Done(output);
        }
        Poll::Ready(())
    }

    /// What the future returned.
    ///
    /// # Panics
    ///
    /// If it has not.
    #[inline]
    pub fn finish(self) -> Fut::Output {
        match self.state {
            State::Done(output) => output,
            State::Running(_) => not_done(),
        }
    }
}

#[cold]
fn not_done() -> ! {
    panic!("the future has not returned yet")
}

// Only the future is pinned.
impl<Fut: Future + Unpin> Unpin for Pending<Fut> {}

impl<Fut: Future> fmt::Debug for Pending<Fut> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Pending").finish_non_exhaustive()
    }
}

/// Dependents that are there, beside one that is being built.
#[derive(Debug)]
pub struct Beside<R, Fut: Future> {
    /// Those that are there.
    pub rest: R,
    /// The one that is being built. Structurally pinned.
    pub pending: Pending<Fut>,
}

impl<R, Fut: Future> Beside<R, Fut> {
    /// Runs the future as far as it goes.
    ///
    /// # Panics
    ///
    /// If the future does.
    #[inline]
    pub fn poll(self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<()> {
        // SAFETY: `pending` is structurally pinned: it is moved by `Beside` only as a whole, which is `Unpin` only
        // if `pending` is; there is no destructor, and a pinned one gives out no `&mut Pending`.
        unsafe { self.map_unchecked_mut(|this| &mut this.pending) }.poll(cx)
    }
}

/// What an asynchronous step returns: `T`, or `Result<T, E>`.
pub trait Outcome<T> {
    /// The type.
    type Of;
}

/// The step can't fail.
#[derive(Debug)]
pub struct Sure;

impl<T> Outcome<T> for Sure {
    type Of = T;
}

/// The step can fail with `E`.
#[derive(Debug)]
pub struct Fallible<E>(PhantomData<fn() -> E>);

impl<T, E> Outcome<T> for Fallible<E> {
    type Of = Result<T, E>;
}

/// The future of a builder's step: runs the dependent that is one, and then makes something of it.
#[must_use = "futures do nothing unless polled"]
pub struct Building<B, P, D> {
    /// # Invariants
    ///
    /// 1. When `poll` has returned `Ready`, nothing in the stage is pinned any more.
    ///
    /// What is built, until it is done. Structurally pinned until then.
    stage: Option<B>,
    poll: P,
    done: Option<D>,
}

/// A [`Building`] that doesn't run yet.
#[derive(Debug)]
pub struct ToBuild<B, P, D> {
    stage: B,
    poll: P,
    done: D,
}

impl<B, P, D, R> ToBuild<B, P, D>
where
    P: FnMut(Pin<&mut B>, &mut Context<'_>) -> Poll<()>,
    D: FnOnce(B) -> R,
{
    /// A stage with a future in it, how to run that, and what to do with the stage then.
    #[inline]
    pub fn new(stage: B, poll: P, done: D) -> Self {
        Self { stage, poll, done }
    }

    /// # Safety
    ///
    /// 1. When `poll` has returned `Ready`, nothing in the stage is pinned any more: the stage may be moved.
    #[inline]
    pub unsafe fn start(self) -> Building<B, P, D> {
        // INVARIANT: 1: by clause 1.
        Building {
            stage: Some(self.stage),
            poll: self.poll,
            done: Some(self.done),
        }
    }
}

/// `ToBuild::new(stage, poll, done).start()`, for expansions, which contain no `unsafe` themselves.
///
/// # Safety
///
/// 1. As for [`ToBuild::start`]: `poll` is the one of the only [`Pending`] or [`Beside`] in the stage.
#[doc(hidden)]
#[macro_export]
macro_rules! __unsafe_building {
    ($stage:expr, $poll:expr, $done:expr) => {
        match $crate::__private::ToBuild::new($stage, $poll, $done) {
            // SAFETY: 1. the caller's clause 1.
            to_build => unsafe { to_build.start() },
        }
    };
}

impl<B, P, D, R> Future for Building<B, P, D>
where
    P: FnMut(Pin<&mut B>, &mut Context<'_>) -> Poll<()>,
    D: FnOnce(B) -> R,
{
    type Output = R;

    /// # Panics
    ///
    /// If it is polled after it was ready, or if the future in it panics.
    fn poll(self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<R> {
        // SAFETY: the stage is pinned again, and moved only when nothing in it is pinned: see below.
        let this = unsafe { self.get_unchecked_mut() };
        let Some(stage) = &mut this.stage else {
            panic!("polled after it was ready");
        };
        // SAFETY: structurally pinned: `Building` is `Unpin` only if the stage is, it has no destructor, and
        // the only access is here.
        let stage = unsafe { Pin::new_unchecked(stage) };
        ready!((this.poll)(stage, cx));
        // It may be moved from here on, by invariant 1.
        match (this.stage.take(), this.done.take()) {
            (Some(stage), Some(done)) => Poll::Ready(done(stage)),
            _ => panic!("polled after it was ready"),
        }
    }
}

impl<B, P, D> fmt::Debug for Building<B, P, D> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Building").finish_non_exhaustive()
    }
}
