use super::raw::{OnUnwind, RawSet};
use super::{JoinGuard, SpawnError};
use crate::Leak;
use crate::structured::age::OwnThread;
use crate::structured::cancel::{Ambient, Cancel, Reason};
use crate::structured::panics::Panics;
use crate::structured::threads;
use alloc::sync::Arc;
use core::fmt;
use core::marker::PhantomData;
use std::time::Instant;

/// Runs `f` with a set of threads that ends with it: a call with threads inside that is still one
/// subprogram.
///
/// When `scope` returns or unwinds, all threads of the set have left their closures, and all results
/// have been dropped or taken. A set opened by a child, or in the body of another set, hangs below that
/// set: it is cancelled with it.
///
/// # Errors
///
/// With all panics that nobody joined for. The answer of `f` was dropped then.
///
/// # Panics
///
/// If `f` does. The set is cancelled, and waited for, before that panic goes on; those of the children
/// are dropped.
///
/// # Examples
///
/// ```
/// use leak::structured::scope;
///
/// let mut parts = [vec![3, 1, 2], vec![9, 7]];
/// scope(|set| {
///     for part in &mut parts {
///         set.spawn(|_| part.sort()).detach();
///     }
/// })?;
/// assert_eq!(parts, [vec![1, 2, 3], vec![7, 9]]);
/// # Ok::<_, leak::structured::Panics>(())
/// ```
///
/// # Source
///
/// *Restricted structured concurrency*: threads that no function leaks, in sets that aren't values. See
/// the [module](crate::structured).
pub fn scope<'env, R>(f: impl for<'s> FnOnce(&'s ThreadSet<'s, 'env>) -> R) -> Result<R, Panics> {
    let raw = RawSet::new();
    let on_unwind = OnUnwind(&raw);
    let result = {
        let _ambient = Ambient::enter(&raw.core.cancel);
        // SAFETY: 1. `on_unwind`, or else the lines below, end the set on every path out of this
        // function; `'env` outlives the call, and `'s` is in it.
        f(unsafe { raw.brand() })
    };
    #[expect(
        clippy::mem_forget,
        reason = "it holds a reference; the set ends in the next line"
    )]
    core::mem::forget(on_unwind);
    raw.end().or(Some(result))
}

/// Threads that end with their scope.
///
/// It is no value that you could have: only references to it are handed out, and they can't leave the
/// thread. So the frame that opened the set is the only one that starts threads in it. A function that
/// starts threads for its caller takes `&'s ThreadSet<'s, '_>`.
///
/// # Examples
///
/// ```
/// use leak::structured::{JoinGuard, ThreadSet, scope};
///
/// fn sum<'s>(set: &'s ThreadSet<'s, '_>, numbers: &'s [u64]) -> JoinGuard<'s, u64> {
///     set.spawn(|_| numbers.iter().sum())
/// }
///
/// let numbers: Vec<u64> = (1..=100).collect();
/// let total = scope(|set| {
///     let halves = numbers.split_at(50);
///     let (low, high) = (sum(set, halves.0), sum(set, halves.1));
///     low.join().unwrap() + high.join().unwrap()
/// });
/// assert_eq!(total.unwrap(), 5050);
/// ```
#[repr(transparent)]
pub struct ThreadSet<'s, 'env: 's> {
    raw: RawSet,
    /// Invariant. If `'s` could grow, a guard would outlive the set:
    /// `trybuild-tests/tests/ui/fail/leak/structured/guard_escapes.rs`. If it could shrink, a thread
    /// could borrow what ends before the set:
    /// `trybuild-tests/tests/ui/fail/leak/structured/borrow_from_the_body.rs`.
    set: PhantomData<&'s mut &'s ()>,
    /// Invariant, as that of std's scope.
    env: PhantomData<&'env mut &'env ()>,
    /// Only the frame that opened the set starts threads in it:
    /// `trybuild-tests/tests/ui/fail/leak/structured/child_spawns_a_sibling.rs`.
    _own_thread: OwnThread,
}

impl<'s> ThreadSet<'s, '_> {
    /// Starts a child, on a thread of its own.
    ///
    /// The thread may have run children before. They show in nothing but what they left in thread locals,
    /// whose destructors run when the thread ends, not the child. It has no name of its choice.
    ///
    /// # Panics
    ///
    /// If the system refuses a thread; [`try_spawn`](Self::try_spawn) gives the closure back instead.
    ///
    /// # Examples
    ///
    /// ```
    /// let greeting = leak::structured::scope(|set| {
    ///     let greeting = set.spawn(|_| "from a child");
    ///     greeting.join()
    /// });
    /// assert_eq!(greeting.unwrap().unwrap(), "from a child");
    /// ```
    pub fn spawn<F, T>(&'s self, f: F) -> JoinGuard<'s, T>
    where
        F: FnOnce(Cancel<'s>) -> T + Send + 's,
        T: Send + 's,
    {
        match self.try_spawn(f) {
            Ok(guard) => guard,
            Err(refused) => panic!("{refused}"),
        }
    }

    /// Starts a child, if the system has a thread for it.
    ///
    /// # Errors
    ///
    /// With the closure, if the system refuses a thread.
    ///
    /// # Examples
    ///
    /// ```
    /// use leak::structured::scope;
    ///
    /// let answer = scope(|set| match set.try_spawn(|_| 6 * 7) {
    ///     Ok(child) => child.join().unwrap(),
    ///     Err(refused) => { let here = refused.into_closure(); here(set.handle()) }
    /// });
    /// assert_eq!(answer.unwrap(), 42);
    /// ```
    pub fn try_spawn<F, T>(&'s self, f: F) -> Result<JoinGuard<'s, T>, SpawnError<F>>
    where
        F: FnOnce(Cancel<'s>) -> T + Send + 's,
        T: Send + 's,
    {
        // SAFETY: 1. By clause 1 of `brand`.
        unsafe { self.raw.spawn(f, threads::start) }
    }

    /// Starts a child on a new thread with a stack of that many bytes, which ends with the child.
    ///
    /// # Errors
    ///
    /// As [`try_spawn`](Self::try_spawn).
    ///
    /// # Examples
    ///
    /// ```
    /// fn depth(n: u32) -> u32 { if n == 0 { 0 } else { 1 + depth(core::hint::black_box(n - 1)) } }
    ///
    /// let deep = leak::structured::scope(|set| {
    ///     set.spawn_with_stack(32 << 20, |_| depth(1000))?.join().map_err(|_| std::io::Error::other("panic"))
    /// });
    /// assert_eq!(deep.unwrap().unwrap(), 1000);
    /// ```
    pub fn spawn_with_stack<F, T>(
        &'s self,
        bytes: usize,
        f: F,
    ) -> Result<JoinGuard<'s, T>, SpawnError<F>>
    where
        F: FnOnce(Cancel<'s>) -> T + Send + 's,
        T: Send + 's,
    {
        // SAFETY: 1. By clause 1 of `brand`.
        unsafe { self.raw.spawn(f, |job| threads::start_apart(job, bytes)) }
    }

    /// Asks all children to stop, those of scopes inside included. See [`Cancel`].
    pub fn cancel(&self) {
        self.raw.core.cancel.cancel(Reason::Requested);
    }

    /// Cancels the set when `at` has passed, unless there is an earlier deadline. No thread watches the
    /// clock: the deadline takes effect where somebody checks or waits.
    ///
    /// # Examples
    ///
    /// ```
    /// use core::time::Duration;
    /// use std::time::Instant;
    ///
    /// let late = leak::structured::scope(|set| {
    ///     set.deadline(Instant::now());
    ///     set.handle().check()
    /// });
    /// assert!(late.unwrap().is_err());
    /// ```
    pub fn deadline(&self, at: Instant) {
        self.raw.core.cancel.set_deadline(at);
    }

    /// What the children get too: to look whether the set was cancelled.
    #[must_use]
    pub fn handle(&self) -> Cancel<'s> {
        Cancel::new(Arc::clone(&self.raw.core.cancel))
    }

    /// How many children have not ended.
    #[must_use]
    pub fn running(&self) -> usize {
        self.raw.core.running()
    }
}

impl fmt::Debug for ThreadSet<'_, '_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.raw.fmt(f)
    }
}

// SAFETY: 1. and 2. Nobody outside this crate has one by value, so nobody can forget it.
unsafe impl Leak for ThreadSet<'_, '_> {}
