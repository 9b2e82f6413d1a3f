use super::{Builder, JoinGuard};
use crate::Leak;
use core::fmt;
use core::marker::PhantomData;
use std::thread::{self, Thread};

/// Keeps a lifetime `'a` alive for longer than any borrow of the anchor.
///
/// A thread that borrows for `'a`, and a guard that borrows the anchor, so lives for less: then the
/// thread can't own anything that its guard could be put into. That is how a [`SendJoinGuard`] is
/// kept from its own thread.
///
/// # Examples
///
/// See [`spawn_send_unchecked`].
pub struct Anchor<'a> {
    /// Invariant: `'a` must not shrink to the borrow of the anchor.
    lifetime: PhantomData<&'a mut &'a ()>,
}

impl Anchor<'_> {
    /// An anchor, for a local variable.
    #[expect(
        clippy::new_without_default,
        reason = "a default could be made where it holds nothing"
    )]
    #[must_use]
    pub const fn new() -> Self {
        Self {
            lifetime: PhantomData,
        }
    }
}

/// Makes the compiler keep `'a` alive until here, and every borrow of the anchor end before.
impl Drop for Anchor<'_> {
    fn drop(&mut self) {}
}

impl fmt::Debug for Anchor<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Anchor").finish()
    }
}

/// A [`JoinGuard`] by value that can be sent to other threads, but not to its own.
///
/// # Source
///
/// The idea of bounding the guard by a shorter lifetime than the thread is the proposal's.
#[must_use = "dropping the guard waits for the thread at once"]
pub struct SendJoinGuard<'b, T: 'b>(JoinGuard<'b, T>);

// SAFETY: joining moves a `T` to the thread that joins. `JoinGuard` isn't `Send` because of its own
// thread, where this guard can't go: what that thread owns outlives `'a`, which the guard doesn't.
unsafe impl<T: Send> Send for SendJoinGuard<'_, T> {}

// SAFETY: 1. Every lifetime in it is `'static`, which never ends. 2. Its thread owns only such too.
unsafe impl<T> Leak for SendJoinGuard<'_, T> where Self: 'static {}

/// Starts a thread that borrows for `'a`, with a guard that can be sent.
///
/// In safe code use [`Scope::spawn`](crate::Scope::spawn), whose guards can be sent too.
///
/// # Panics
///
/// If the system refuses a thread; [`Builder::spawn_send_unchecked`] gives an error instead.
///
/// # Safety
///
/// 1. As clause 1 of [`spawn_unchecked`](super::spawn_unchecked), with `'b` for `'a`: the guard is
///    destroyed before the borrow of the anchor ends.
/// 2. The anchor is not leaked. (A leaked one is borrowed for as long as `'a`, and the guard could
///    go to its own thread.)
///
/// # Examples
///
/// ```
/// use leak::thread::{Anchor, spawn_send_unchecked};
///
/// let mut text = String::from("lent");
/// {
///     let anchor = Anchor::new();
///     // SAFETY: 1. The guard goes into a scope below, whose thread joins it. 2. It is a local.
///     let guard = unsafe { spawn_send_unchecked(&anchor, || text.push('!')) };
///     std::thread::scope(|s| {
///         s.spawn(move || assert!(guard.join().is_ok()));
///     });
/// }
/// assert_eq!(text, "lent!");
/// ```
pub unsafe fn spawn_send_unchecked<'a, 'b, F, T>(
    anchor: &'b Anchor<'a>,
    f: F,
) -> SendJoinGuard<'b, T>
where
    F: FnOnce() -> T + Send + 'a,
    T: Send + 'a,
{
    // SAFETY: the caller's clauses are the same.
    unsafe { Builder::new().spawn_send_unchecked(anchor, f) }.expect("failed to spawn thread")
}

impl<'b, T> SendJoinGuard<'b, T> {
    pub(super) fn new(guard: JoinGuard<'b, T>) -> Self {
        Self(guard)
    }

    /// Waits until the thread has ended, and takes its result.
    ///
    /// # Errors
    ///
    /// With the payload, if the thread panicked.
    pub fn join(self) -> thread::Result<T> {
        self.0.join()
    }

    /// The thread's handle, to name or unpark it.
    #[must_use]
    pub fn thread(&self) -> &Thread {
        self.0.thread()
    }

    /// Whether the thread has left its closure.
    #[must_use]
    pub fn is_finished(&self) -> bool {
        self.0.is_finished()
    }
}

impl<T> fmt::Debug for SendJoinGuard<'_, T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("SendJoinGuard")
            .field("thread", self.thread())
            .finish_non_exhaustive()
    }
}
