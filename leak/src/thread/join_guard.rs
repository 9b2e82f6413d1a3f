use super::Builder;
use crate::place::panics::discard;
use crate::{Leak, Unleak};
use core::fmt;
use core::marker::PhantomData;
use core::panic::{RefUnwindSafe, UnwindSafe};
use std::panic::resume_unwind;
use std::thread::{self, JoinHandle, Thread};

/// Joins its thread when it is destroyed, wherever it is: a guard by value.
///
/// Destroying it waits for the thread and passes its panic on, unless this thread is unwinding
/// already. With `'a = 'static` nothing rests on that: such a guard may be forgotten or sent
/// anywhere. One that ends up owned by its own thread can't wait for it, and detaches it.
///
/// It isn't [`Send`] for a shorter `'a`: its own thread is one of the places where it could go. See
/// [`SendJoinGuard`](super::SendJoinGuard).
///
/// # Examples
///
/// ```
/// let guard = leak::thread::spawn(|| 6 * 7);
/// assert!(matches!(guard.join(), Ok(42)));
/// ```
///
/// What `Leak` says of it: a guard that borrows can't be forgotten.
///
/// ```compile_fail,E0597
/// let local = 42;
/// let borrowed = &local;
/// // SAFETY: 1. It isn't: this is what the next line tries. The compiler refuses it.
/// let guard = unsafe { leak::thread::spawn_unchecked(move || *borrowed + 1) };
/// leak::mem::forget(guard);
/// ```
///
/// # Source
///
/// The type of this name in the destruction guarantee proposal.
#[must_use = "dropping the guard waits for the thread at once"]
pub struct JoinGuard<'a, T: 'a> {
    /// `None` after `join` and `into_handle`.
    handle: Option<JoinHandle<T>>,
    /// The thread borrows for `'a`, so this must be destroyed before `'a` ends:
    /// `trybuild-tests/tests/ui/fail/leak/thread/forget_borrowing_guard.rs`.
    unleak: PhantomData<Unleak<&'a ()>>,
    /// Not sent, because its own thread could be where it is sent:
    /// `trybuild-tests/tests/ui/fail/leak/thread/send_borrowing_guard.rs`.
    unsend: PhantomData<*mut ()>,
}

// SAFETY: a guard for `'static` may be owned by any thread, its own too.
unsafe impl<T: Send> Send for JoinGuard<'static, T> {}

// SAFETY: a shared guard gives access to the `Thread` and to whether it is finished, never to `T`.
unsafe impl<T> Sync for JoinGuard<'_, T> {}

// SAFETY: 1. Every lifetime in it is `'static`, which never ends. 2. Its thread owns only such too.
unsafe impl<T> Leak for JoinGuard<'_, T> where Self: 'static {}

// A panic of the thread shows in what `join` returns, so nobody meets its traces unprepared.
impl<T> UnwindSafe for JoinGuard<'_, T> {}
impl<T> RefUnwindSafe for JoinGuard<'_, T> {}

/// Starts a thread that borrows nothing.
///
/// # Panics
///
/// If the system refuses a thread; [`Builder::spawn`] gives an error instead.
///
/// # Examples
///
/// ```
/// let guard = leak::thread::spawn(|| "done");
/// assert!(matches!(guard.join(), Ok("done")));
/// ```
pub fn spawn<F, T>(f: F) -> JoinGuard<'static, T>
where
    F: FnOnce() -> T + Send + 'static,
    T: Send + 'static,
{
    Builder::new().spawn(f).expect("failed to spawn thread")
}

/// Starts a thread that borrows for `'a`, and whose guard no place takes care of.
///
/// In safe code use [`Scope::spawn`](crate::Scope::spawn).
///
/// # Panics
///
/// If the system refuses a thread; [`Builder::spawn_unchecked`] gives an error instead.
///
/// # Safety
///
/// 1. The guard is destroyed (dropped, or consumed by [`join`](JoinGuard::join)) before `'a` ends.
///    This is what [`Leak`] is about, and the compiler checks it where functions have `Leak`
///    bounds, as those of [`leak::mem`](crate::mem), [`rc`](crate::rc) and [`sync`](crate::sync)
///    do. Most do not. So the guard goes to none of
///    - `std::mem::forget`, `ManuallyDrop`, `Box::leak` and their like,
///    - an `Rc` or `Arc` that it could reach itself from, a channel that it could hold an end of,
///    - a future that may be forgotten, a thread local, a `static`,
///    - a block or function that returns it while a local with a panicking destructor is still to
///      be dropped there: the value is forgotten then (rust#47949).
/// 2. The guard is not destroyed by its own thread. Nothing of this crate brings it there unless
///    it is wrapped into something that is `Send` for any content.
///
/// # Examples
///
/// ```
/// let mut text = String::from("lent");
/// // SAFETY: 1. and 2.: the guard is joined here, and goes nowhere before.
/// let guard = unsafe { leak::thread::spawn_unchecked(|| text.push('!')) };
/// assert!(guard.join().is_ok());
/// assert_eq!(text, "lent!");
/// ```
pub unsafe fn spawn_unchecked<'a, F, T>(f: F) -> JoinGuard<'a, T>
where
    F: FnOnce() -> T + Send + 'a,
    T: Send + 'a,
{
    // SAFETY: the caller's clauses are the same.
    unsafe { Builder::new().spawn_unchecked(f) }.expect("failed to spawn thread")
}

impl<T> From<JoinHandle<T>> for JoinGuard<'static, T> {
    fn from(handle: JoinHandle<T>) -> Self {
        // SAFETY: whatever a thread borrows that was started without unsafe code is `'static`; one
        // that was started with it must be joined according to its own contract.
        unsafe { Self::new(handle) }
    }
}

impl<T> JoinGuard<'_, T> {
    /// # Safety
    ///
    /// 1. As [`spawn_unchecked`], if the thread borrows anything.
    pub(super) unsafe fn new(handle: JoinHandle<T>) -> Self {
        Self {
            handle: Some(handle),
            unleak: PhantomData,
            unsend: PhantomData,
        }
    }

    /// Waits until the thread has ended, and takes its result.
    ///
    /// # Errors
    ///
    /// With the payload, if the thread panicked.
    ///
    /// # Panics
    ///
    /// If it is called by the thread itself, which would wait for ever.
    pub fn join(mut self) -> thread::Result<T> {
        assert!(
            !self.is_own_thread(),
            "a thread can't join itself: give its guard to another thread"
        );
        match self.handle.take() {
            Some(handle) => handle.join(),
            None => unreachable!("only the methods that consume the guard take the handle"),
        }
    }

    /// The thread's handle, to name or unpark it.
    #[must_use]
    pub fn thread(&self) -> &Thread {
        match &self.handle {
            Some(handle) => handle.thread(),
            None => unreachable!("only the methods that consume the guard take the handle"),
        }
    }

    /// Whether the thread has left its closure.
    #[must_use]
    pub fn is_finished(&self) -> bool {
        self.handle.as_ref().is_none_or(JoinHandle::is_finished)
    }

    fn is_own_thread(&self) -> bool {
        self.handle
            .as_ref()
            .is_some_and(|handle| handle.thread().id() == thread::current().id())
    }
}

impl<T> JoinGuard<'static, T> {
    /// Gives the guard up for std's handle, which detaches when it is dropped.
    ///
    /// # Examples
    ///
    /// ```
    /// let handle = leak::thread::spawn(|| 1).into_handle();
    /// assert!(matches!(handle.join(), Ok(1)));
    /// ```
    #[must_use = "dropping the handle detaches the thread"]
    pub fn into_handle(mut self) -> JoinHandle<T> {
        match self.handle.take() {
            Some(handle) => handle,
            None => unreachable!("only the methods that consume the guard take the handle"),
        }
    }
}

impl<T> Drop for JoinGuard<'_, T> {
    fn drop(&mut self) {
        if self.is_own_thread() {
            return;
        }
        match self.handle.take().map(JoinHandle::join) {
            Some(Err(payload)) if thread::panicking() => discard(payload),
            Some(Err(payload)) => resume_unwind(payload),
            Some(Ok(_)) | None => {}
        }
    }
}

impl<T> fmt::Debug for JoinGuard<'_, T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("JoinGuard")
            .field("thread", self.thread())
            .finish_non_exhaustive()
    }
}
