use super::{Builder, JoinGuard};
use crate::{Leak, LeakFnOnce, NeverGives};
use core::fmt;
use core::marker::PhantomData;
use std::thread::{self, Thread};

/// A [`JoinGuard`] by value that can be sent to any thread, except to one that doesn't take it: its
/// own.
///
/// Its type names what the thread's closure captured, `C`. The closure [never gives](trait@crate::NeverGives) a guard of
/// this type, so the thread can't get at it, whatever road it is sent.
///
/// # Source
///
/// The text's `JoinGuard<F>`, with `F: NeverGives<JoinGuard<F>>`. (The other way is a lifetime, see
/// [`SendJoinGuard`](super::SendJoinGuard).)
#[must_use = "dropping the guard waits for the thread at once"]
pub struct FnJoinGuard<'a, C, T: 'a> {
    guard: JoinGuard<'a, T>,
    /// Names the captures. They are the thread's, so this guard shares and sends none:
    /// `leak/tests/fn_join_guard.rs` pins the auto traits.
    captures: PhantomData<fn() -> C>,
}

// SAFETY: joining moves a `T` to the thread that joins. `JoinGuard` isn't `Send` because of its own
// thread. There this guard can't be got: what the thread has is `C`, from which none is given.
unsafe impl<C, T: Send> Send for FnJoinGuard<'_, C, T> {}

// SAFETY: 1. Every lifetime in it is `'static`, which never ends. 2. Its thread owns only such too.
unsafe impl<C, T> Leak for FnJoinGuard<'_, C, T> where Self: 'static {}

// SAFETY: clause 1: neither trait is implemented for it, nor derived.
unsafe impl<C, T> crate::ownership::Handle for FnJoinGuard<'_, C, T> {}

/// Starts a thread that borrows for `'a` and can't get at its own guard.
///
/// The closure is a [`LeakFnOnce`], whose captures the compiler can see. In safe code use
/// [`Scope::spawn`](crate::Scope::spawn), whose guards can be sent too.
///
/// # Panics
///
/// If the system refuses a thread; [`Builder::spawn_fn_unchecked`] gives an error instead.
///
/// # Safety
///
/// 1. As clause 1 of [`spawn_unchecked`](super::spawn_unchecked): the guard is destroyed before `'a` ends.
///
/// Clause 2 of that function is what the bound is for.
///
/// # Examples
///
/// ```
/// use leak::LeakFnOnce;
/// use leak::thread::spawn_fn_unchecked;
/// use std::sync::Mutex;
///
/// let log = Mutex::new(String::new());
/// let write = LeakFnOnce::new(&log, |log, ()| log.lock().map(|mut log| log.push('!')).is_ok());
/// // SAFETY: 1. The guard goes into a scope below, whose thread joins it.
/// let guard = unsafe { spawn_fn_unchecked(write) };
/// std::thread::scope(|s| {
///     s.spawn(move || assert!(matches!(guard.join(), Ok(true))));
/// });
/// assert_eq!(log.into_inner().ok().as_deref(), Some("!"));
/// ```
///
/// A thread that could find its guard in a place that it borrows:
///
/// ```compile_fail,E0277
/// use leak::LeakFnOnce;
/// use leak::thread::{FnJoinGuard, spawn_fn_unchecked};
/// use std::sync::Mutex;
///
/// #[derive(leak::Disowns, leak::NeverGives)]
/// struct Place<'a>(&'a Mutex<Option<FnJoinGuard<'a, Place<'a>, ()>>>);
///
/// let place = Mutex::new(None);
/// let take = LeakFnOnce::new(Place(&place), |place, ()| drop(place.0.lock().unwrap().take()));
/// // SAFETY: 1. It isn't.
/// let guard = unsafe { spawn_fn_unchecked(take) };
/// *place.lock().unwrap() = Some(guard);
/// ```
pub unsafe fn spawn_fn_unchecked<'a, C, T>(f: LeakFnOnce<C, (), T>) -> FnJoinGuard<'a, C, T>
where
    LeakFnOnce<C, (), T>: NeverGives<FnJoinGuard<'a, C, T>> + Send + 'a,
    T: Send + 'a,
{
    // SAFETY: the caller's clause is the same.
    unsafe { Builder::new().spawn_fn_unchecked(f) }.expect("failed to spawn thread")
}

impl<'a, C, T> FnJoinGuard<'a, C, T> {
    pub(super) fn new(guard: JoinGuard<'a, T>) -> Self {
        Self {
            guard,
            captures: PhantomData,
        }
    }

    /// Waits until the thread has ended, and takes its result.
    ///
    /// # Errors
    ///
    /// With the payload, if the thread panicked.
    pub fn join(self) -> thread::Result<T> {
        self.guard.join()
    }

    /// The thread's handle, to name or unpark it.
    #[must_use]
    pub fn thread(&self) -> &Thread {
        self.guard.thread()
    }

    /// Whether the thread has left its closure.
    #[must_use]
    pub fn is_finished(&self) -> bool {
        self.guard.is_finished()
    }
}

impl<C, T> fmt::Debug for FnJoinGuard<'_, C, T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("FnJoinGuard")
            .field("thread", self.thread())
            .finish_non_exhaustive()
    }
}
