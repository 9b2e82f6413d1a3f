//! The pointer that counts for its owner.

use core::fmt;
use core::marker::PhantomData;
use core::ops::Deref;
use core::ptr::{self, NonNull};

use super::shared::{self, Header, STRONG, Shared};
use super::{Weak, heap};

/// A pointer that shares a value within a task; see [the module](super).
///
/// It may be moved and lent to other threads, but what touches its count is for the task that it was made in.
///
/// ```
/// use capsule::task::{InCapsule, Rc};
///
/// let task = InCapsule::new(async {
///     let shared = Rc::new([1, 2, 3]);
///     // `Deref`, as arrays of numbers are `Sync`.
///     std::thread::scope(|s| s.spawn(|| shared.len()).join().unwrap())
/// });
/// # let waker = std::task::Waker::noop();
/// # let mut cx = std::task::Context::from_waker(waker);
/// # let poll = std::pin::pin!(task).poll(&mut cx);
/// # assert_eq!(poll, std::task::Poll::Ready(3));
/// ```
///
/// # Invariants
///
/// 1. `shared` is a value that counts this pointer as a strong one.
pub struct Rc<T: Send + 'static> {
    shared: NonNull<Shared<T>>,
    /// It may drop a `T`.
    _owns: PhantomData<Shared<T>>,
}

// SAFETY: The count is changed by the owner of the value only, which is on one thread at a time, or by atomic
// operations. The value is looked at by the owner, or, if it is `Sync`, by anyone; it is destroyed by any
// thread, after all that was done with it, and is `Send`.
unsafe impl<T: Send + 'static> Send for Rc<T> {}

// SAFETY: By a shared reference: `clone` and the like check that the owner is running here; `Deref` asks for `Sync`.
unsafe impl<T: Send + 'static> Sync for Rc<T> {}

impl<T: Send + 'static> Rc<T> {
    /// Moves a value to the heap of the task that is running.
    ///
    /// # Panics
    ///
    /// If no task is running on this thread.
    #[track_caller]
    pub fn new(value: T) -> Self {
        // INVARIANT: 1. It is new, and counts one.
        Self::wrap(shared::new(value))
    }

    /// # Invariants
    ///
    /// That `shared` counts it is for the caller.
    pub(super) fn wrap(shared: NonNull<Shared<T>>) -> Self {
        Self {
            shared,
            _owns: PhantomData,
        }
    }

    #[inline]
    fn header(&self) -> &Header {
        // SAFETY: it is alive, by invariant 1.
        unsafe { Shared::header(self.shared) }
    }

    /// Looks at the value.
    ///
    /// ```
    /// use capsule::task::{InCapsule, Rc};
    /// use std::cell::Cell;
    ///
    /// let task = InCapsule::new(async {
    ///     let shared = Rc::new(Cell::new(1)); // not `Sync`
    ///     shared.clone().with(|cell| cell.set(2));
    ///     shared.with(Cell::get)
    /// });
    /// # let waker = std::task::Waker::noop();
    /// # let mut cx = std::task::Context::from_waker(waker);
    /// # assert_eq!(std::pin::pin!(task).poll(&mut cx), std::task::Poll::Ready(2));
    /// ```
    ///
    /// # Panics
    ///
    /// If the task isn't running on this thread.
    #[inline]
    #[track_caller]
    pub fn with<R>(&self, f: impl FnOnce(&T) -> R) -> R {
        if !self.header().is_here() {
            shared::elsewhere();
        }
        // SAFETY: it is there, as it is counted. The owner is running here, and will be until `f` returns, as it
        // is a call; nobody else looks at the value, unless it is `Sync`.
        f(unsafe { &*Shared::value(self.shared) })
    }

    /// Whether the task is running on this thread, so that nothing of this panics.
    #[inline]
    #[must_use]
    pub fn is_here(this: &Self) -> bool {
        this.header().is_here()
    }

    /// Whether both point to the same value.
    #[inline]
    #[must_use]
    pub fn ptr_eq(this: &Self, other: &Self) -> bool {
        ptr::addr_eq(this.shared.as_ptr(), other.shared.as_ptr())
    }

    /// A pointer to the same value that doesn't keep it alive.
    ///
    /// # Panics
    ///
    /// If the task isn't running on this thread, or this would be the 2³¹st weak pointer.
    #[inline]
    #[must_use]
    #[track_caller]
    pub fn downgrade(this: &Self) -> Weak<T> {
        this.header().count_weak();
        // INVARIANT: it was counted.
        Weak::wrap(this.shared)
    }

    /// The number of pointers to the value, those included that were dropped elsewhere and are not yet taken into
    /// account.
    ///
    /// # Panics
    ///
    /// If the task isn't running on this thread.
    #[must_use]
    #[track_caller]
    pub fn strong_count(this: &Self) -> usize {
        this.header().counts().0 as usize
    }

    /// The number of [`Weak`] pointers to the value, as [`strong_count`](Self::strong_count) counts.
    ///
    /// # Panics
    ///
    /// If the task isn't running on this thread.
    #[must_use]
    #[track_caller]
    pub fn weak_count(this: &Self) -> usize {
        this.header().counts().1 as usize
    }

    /// The value, if this is the only pointer to it, weak ones included.
    ///
    /// # Panics
    ///
    /// If the task isn't running on this thread.
    #[must_use]
    #[track_caller]
    pub fn get_mut(this: &mut Self) -> Option<&mut T> {
        if this.header().counts() != (1, 0) {
            return None;
        }
        // SAFETY: it is there, and this is the only pointer to it, which is borrowed for as long as the result. What
        // other threads did with it by pointers that they dropped happens before these were subtracted.
        Some(unsafe { &mut *Shared::value(this.shared) })
    }

    /// Moves the value out, if this is the only pointer to it; weak ones don't count.
    ///
    /// # Errors
    ///
    /// The pointer, if there are others.
    ///
    /// # Panics
    ///
    /// If the task isn't running on this thread.
    #[track_caller]
    pub fn try_unwrap(this: Self) -> Result<T, Self> {
        if this.header().counts().0 != 1 {
            return Err(this);
        }
        let shared = core::mem::ManuallyDrop::new(this).shared;
        // SAFETY: it is there, and will not be looked at again.
        let value = unsafe { Shared::value(shared).read() };
        // SAFETY: 1. The owner is running here, or `counts` had panicked. 2. This pointer was counted and isn't used
        // again. The value was moved out.
        unsafe { shared::release_empty(shared) };
        Ok(value)
    }
}

impl<T: Send + 'static> Clone for Rc<T> {
    /// # Panics
    ///
    /// If the task isn't running on this thread, or this would be the 2³¹st pointer.
    #[inline]
    #[track_caller]
    fn clone(&self) -> Self {
        self.header().count_strong();
        // INVARIANT: 1. It was counted.
        Self::wrap(self.shared)
    }
}

impl<T: Send + 'static> Drop for Rc<T> {
    #[inline]
    fn drop(&mut self) {
        let header = self.header();
        if header.is_here() {
            // SAFETY: 1. The owner is running here. 2. This pointer was counted and isn't used again.
            if unsafe { header.one_less() } {
                // SAFETY: 1. As above. 2. It was the last.
                unsafe { shared::release_last(self.shared) };
            }
        } else {
            // SAFETY: 1. It is alive, and this pointer isn't used again. 2. It isn't, that was checked.
            unsafe { heap::defer(Shared::node(self.shared), STRONG) };
        }
    }
}

impl<T: Send + Sync + 'static> Deref for Rc<T> {
    type Target = T;

    #[inline]
    fn deref(&self) -> &T {
        // SAFETY: it is there, as it is counted; and it is `Sync`, so it doesn't matter who else looks at it. Nobody
        // changes it as long as there is this pointer.
        unsafe { &*Shared::value(self.shared) }
    }
}

impl<T: Send + fmt::Debug + 'static> fmt::Debug for Rc<T> {
    /// The value, or `<elsewhere>`, if the task isn't running on this thread.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if Self::is_here(self) {
            self.with(|value| value.fmt(f))
        } else {
            f.write_str("<elsewhere>")
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::task::InCapsule;

    #[test]
    fn the_count_does_not_overflow() {
        let mut task = InCapsule::lazy(|| {
            let rc = Rc::new(1);
            rc.header().set_strong((1 << 31) - 1);
            let cloned = std::panic::catch_unwind(core::panic::AssertUnwindSafe(|| rc.clone()));
            assert!(cloned.is_err());
            rc.header().set_strong(1);
            core::future::ready(rc)
        });
        let mut cx = core::task::Context::from_waker(core::task::Waker::noop());
        assert!(core::pin::Pin::new(&mut task).poll(&mut cx).is_ready());
    }
}
