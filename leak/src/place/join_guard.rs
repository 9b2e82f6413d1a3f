//! One thread of a scope, seen from outside.

use super::child::{ChildNode, Meta, Slot};
use super::panics::discard;
use super::shared_core::SharedCore;
use crate::Leak;
use alloc::boxed::Box;
use core::fmt;
use core::mem::ManuallyDrop;
use core::panic::{RefUnwindSafe, UnwindSafe};
use core::ptr::NonNull;
use std::panic::resume_unwind;
use std::thread::{self, Thread};

/// Joins a thread of a [`Scope`](crate::Scope) when it is dropped.
///
/// It is an ordinary value: store it, send it to another thread, join it early, return it from the
/// function that started the thread. Forgetting it is no harm either: the scope waits for the
/// thread at its end, and drops the result.
///
/// Dropping the guard waits for the thread and passes its panic on, unless this thread is
/// unwinding already. A guard that is dropped by its own thread can't wait: it leaves the thread to
/// the scope. Two threads that wait for each other's guards wait for ever, as with any join.
///
/// # Examples
///
/// ```
/// let mut parts = [vec![3, 1, 2], vec![9, 7]];
/// leak::scope(|s| {
///     let guards: Vec<leak::JoinGuard<'_, ()>> =
///         parts.iter_mut().map(|part| s.spawn(|| part.sort())).collect();
///     drop(guards); // joins them all
/// });
/// assert_eq!(parts, [vec![1, 2, 3], vec![7, 9]]);
/// ```
///
/// # Source
///
/// `JoinGuard` of the destruction guarantee proposal, and of Rust before 1.0. Where std's
/// `ScopedJoinHandle` detaches on drop, and keeps its scope from ever ending when it is forgotten
/// (std 1.95), this one joins, and the scope drops the result.
#[must_use = "dropping the guard waits for the thread at once; bind it, or call `.detach()` to \
              leave the thread to the end of the scope"]
pub struct JoinGuard<'s, T> {
    /// # Invariants
    ///
    /// 1. `node` is in the list of `core`, or was collected by a teardown that is not over, and
    ///    this is the only guard of it.
    node: NonNull<ChildNode<T>>,
    core: &'s SharedCore,
}

// SAFETY: joining moves the `T` to the thread that joins; the rest is behind the lock.
unsafe impl<T: Send> Send for JoinGuard<'_, T> {}

// SAFETY: a shared guard gives access to the `Thread` and to a flag behind the lock, never to `T`.
unsafe impl<T> Sync for JoinGuard<'_, T> {}

// SAFETY: 1. and 2. The scope waits for the thread of a forgotten guard, and drops its result.
unsafe impl<T> Leak for JoinGuard<'_, T> {}

// A panic of the thread shows in what `join` returns, so nobody meets its traces unprepared.
impl<T> UnwindSafe for JoinGuard<'_, T> {}
impl<T> RefUnwindSafe for JoinGuard<'_, T> {}

/// How a wait ended.
enum End<T> {
    /// The thread's result.
    Result(thread::Result<T>),
    /// The scope is ending, and has dropped the result.
    Collected,
    /// This *is* the thread.
    OwnThread,
}

impl<'s, T> JoinGuard<'s, T> {
    /// # Safety
    ///
    /// 1. `node` is in the list of `core`.
    /// 2. There is no other guard of it.
    pub(super) unsafe fn new(node: NonNull<ChildNode<T>>, core: &'s SharedCore) -> Self {
        // INVARIANT: 1: by the clauses.
        Self { node, core }
    }

    /// Waits until the thread has finished, and takes its result.
    ///
    /// # Errors
    ///
    /// With the payload, if the thread panicked.
    ///
    /// # Panics
    ///
    /// If it is called by the thread itself, which would wait for ever. The guard is left to the
    /// scope then.
    ///
    /// # Examples
    ///
    /// ```
    /// let text = String::from("borrowed, not cloned");
    /// let words = leak::scope(|s| {
    ///     let counting = s.spawn(|| text.split(' ').count());
    ///     counting.join()
    /// });
    /// assert!(matches!(words, Ok(3)));
    /// ```
    pub fn join(self) -> thread::Result<T> {
        match ManuallyDrop::new(self).end() {
            End::Result(result) => result,
            End::Collected => Err(Box::new("the scope had ended and dropped the result")),
            End::OwnThread => {
                panic!("a thread can't join itself: give its guard to another thread")
            }
        }
    }

    /// Gives the guard up: the thread goes on, the scope waits for it at its end.
    ///
    /// The thread drops its own result; if it has finished already, the result is dropped here. If
    /// the thread or that destructor panics, the scope passes the panic on at its end.
    ///
    /// # Examples
    ///
    /// ```
    /// use std::sync::atomic::{AtomicU32, Ordering};
    ///
    /// let done = AtomicU32::new(0);
    /// leak::scope(|s| {
    ///     for _ in 0..4 {
    ///         s.spawn(|| done.fetch_add(1, Ordering::Relaxed)).detach();
    ///     }
    /// });
    /// assert_eq!(done.into_inner(), 4);
    /// ```
    pub fn detach(self) {
        let this = ManuallyDrop::new(self);
        let mut state = this.core.lock();
        // SAFETY: 1. Live by invariant 1.
        let meta = unsafe { Meta::of(this.node.cast(), &mut state) };
        meta.detached = true;
        let (handle, finished, collected) = (meta.handle.take(), meta.finished, meta.collected);
        if finished && handle.is_some() {
            state.count_unreaped(false);
        }
        if collected || !finished {
            return;
        }
        // SAFETY: 1. In the list, since it wasn't collected.
        unsafe { state.remove_child(this.node.cast()) };
        drop(state);
        // SAFETY: from a box, in no list, finished, and this was the only guard.
        let node = unsafe { Box::from_raw(this.node.as_ptr()) };
        if let Some(payload) = node.value.drop_result() {
            let surplus = this.core.lock().keep_panic(payload);
            surplus.into_iter().for_each(discard);
        }
    }

    /// The thread's handle, to name or unpark it.
    #[must_use]
    pub fn thread(&self) -> &Thread {
        // SAFETY: 1. Live by invariant 1.
        let thread = unsafe { Slot::thread_in(self.node) };
        // SAFETY: nobody writes to the field while there is a guard.
        match unsafe { &*thread } {
            Some(thread) => thread,
            None => unreachable!("it was set before the guard was made"),
        }
    }

    /// Whether the thread has left its closure, so that [`join`](Self::join) would not wait long.
    #[must_use]
    pub fn is_finished(&self) -> bool {
        let mut state = self.core.lock();
        // SAFETY: 1. Live by invariant 1.
        unsafe { Meta::of(self.node.cast(), &mut state) }.finished
    }

    /// Waits, and takes the result. The guard is used up, except when it is `OwnThread`.
    fn end(&self) -> End<T> {
        let mut state = self.core.lock();
        // SAFETY: 1. Live by invariant 1.
        let meta = unsafe { Meta::of(self.node.cast(), &mut state) };
        let own = thread::current().id();
        if meta
            .handle
            .as_ref()
            .is_some_and(|handle| handle.thread().id() == own)
        {
            return End::OwnThread;
        }
        // Without a handle the thread was reaped or collected, and has finished.
        if let Some(handle) = meta.handle.take() {
            if meta.finished {
                state.count_unreaped(false);
            }
            drop(state);
            if let Err(payload) = handle.join() {
                // Not the closure's, which went into the result: a spawn hook's, for instance.
                discard(payload);
            }
            state = self.core.lock();
        }
        // SAFETY: as above.
        if unsafe { Meta::of(self.node.cast(), &mut state) }.collected {
            return End::Collected;
        }
        // SAFETY: 1. In the list, since it wasn't collected.
        unsafe { state.remove_child(self.node.cast()) };
        drop(state);
        // SAFETY: from a box, in no list, finished, and this was the only guard.
        let node = unsafe { Box::from_raw(self.node.as_ptr()) };
        End::Result(
            node.value
                .into_result()
                .expect("a thread that has finished left its result"),
        )
    }
}

impl<T> Drop for JoinGuard<'_, T> {
    fn drop(&mut self) {
        match self.end() {
            End::Result(Err(payload)) if thread::panicking() => discard(payload),
            End::Result(Err(payload)) => resume_unwind(payload),
            End::Result(Ok(_)) | End::Collected | End::OwnThread => {}
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
