//! The place.

use super::tracked::{Rest, Tracked};
use crate::init::{infallible, init_here};
use crate::{Hole, Init, init};
use core::cell::UnsafeCell;
use core::fmt;
use core::marker::PhantomPinned;
use core::mem::{self, MaybeUninit};
use core::panic::RefUnwindSafe;
use core::pin::Pin;

/// A place for a pinned value, on the stack or inside another pinned value.
///
/// `Pin` promises that the value is dropped before its memory is used for anything else. An
/// [`Own`](crate::Own) can't promise that: it may be forgotten, and the slot knows nothing of it. This
/// slot knows whether there is a value in it. If the [`Tracked`] handle is forgotten, the slot drops
/// the value: when it is itself dropped, or when the next value is put there.
///
/// # Examples
///
/// ```
/// use core::future::Future;
/// use core::pin::{Pin, pin};
/// use core::task::{Context, Poll, Waker};
/// use own_ref::{PinSlot, Tracked, unsize};
///
/// fn poll_once(mut future: Pin<Tracked<'_, dyn Future<Output = u32> + '_>>) -> Poll<u32> {
///     future.as_mut().poll(&mut Context::from_waker(Waker::noop()))
/// }
///
/// let mut slot = pin!(PinSlot::new());
/// let future = slot.as_mut().put(async { 7 });
/// assert_eq!(poll_once(unsize!(future => dyn Future<Output = u32>)), Poll::Ready(7));
/// ```
///
/// # Source
///
/// `moveit` aborts the program when the handle is forgotten. Keeping the value owned by its place
/// needs no abort.
#[repr(C)]
pub struct PinSlot<T> {
    /// # Invariants
    ///
    /// 1. If `full`, and there is no handle, `memory` holds a valid value that the slot owns, pinned.
    /// 2. While there is a handle, `full` holds, and only the handle accesses the slot.
    ///
    /// In a cell, so that a shared reference to the slot claims nothing about a value that may point into
    /// itself: a future that was polled, and whose handle was forgotten.
    memory: UnsafeCell<MaybeUninit<T>>,
    full: bool,
    /// The value is pinned when the slot is.
    _pinned: PhantomPinned,
}

// SAFETY: a shared slot gives nobody access to the cell.
unsafe impl<T: Sync> Sync for PinSlot<T> {}

impl<T: RefUnwindSafe> RefUnwindSafe for PinSlot<T> {}

impl<T> PinSlot<T> {
    /// An empty slot.
    ///
    /// # Examples
    ///
    /// ```
    /// let slot = core::pin::pin!(own_ref::PinSlot::new());
    /// assert_eq!(*slot.put(1), 1);
    /// ```
    #[inline]
    #[must_use]
    pub const fn new() -> Self {
        // INVARIANT: 1: not full.
        Self {
            memory: UnsafeCell::new(MaybeUninit::uninit()),
            full: false,
            _pinned: PhantomPinned,
        }
    }

    /// Puts a value into the slot, pinned. A value that a forgotten handle left there is dropped
    /// first.
    ///
    /// # Examples
    ///
    /// ```
    /// use core::pin::pin;
    /// use own_ref::PinSlot;
    /// use std::{mem, rc::Rc};
    ///
    /// let counted = Rc::new(());
    /// let mut slot = pin!(PinSlot::new());
    /// mem::forget(slot.as_mut().put(counted.clone()));
    /// assert_eq!(Rc::strong_count(&counted), 2); // the slot still has it
    /// let second = slot.as_mut().put(counted.clone());
    /// assert_eq!(Rc::strong_count(&counted), 2); // the first is gone
    /// drop(second);
    /// assert_eq!(Rc::strong_count(&counted), 1);
    /// ```
    #[inline]
    pub fn put(self: Pin<&mut Self>, value: T) -> Pin<Tracked<'_, T>> {
        infallible(self.init(init::value(value)))
    }

    /// Builds a value in the slot, and pins it when it is there. A value that a forgotten handle left
    /// there is dropped first.
    ///
    /// # Errors
    ///
    /// With what the recipe failed with.
    ///
    /// # Panics
    ///
    /// If the recipe returns a value that is not in this slot.
    ///
    /// # Examples
    ///
    /// ```
    /// use core::{convert::Infallible, pin::pin};
    /// use own_ref::{PinSlot, init};
    ///
    /// let slot = pin!(PinSlot::<[u8; 3]>::new());
    /// let Ok::<_, Infallible>(array) = slot.init(init::array(|i| init::value(i as u8)));
    /// assert_eq!(*array, [0, 1, 2]);
    /// ```
    pub fn init<E, I>(mut self: Pin<&mut Self>, recipe: I) -> Result<Pin<Tracked<'_, T>>, E>
    where
        I: Init<T, E>,
    {
        self.as_mut().clear();
        // SAFETY: a value that is there is not moved: the slot has just been emptied.
        let slot: *mut Self = unsafe { self.get_unchecked_mut() };
        // SAFETY: from a reference, so in bounds.
        let memory = unsafe { &raw mut (*slot).memory }.cast::<T>();
        // SAFETY: as above.
        let full = unsafe { &raw mut (*slot).full };
        // SAFETY: 1. the slot is borrowed for `'a`, used by nobody else meanwhile, and not full, so
        // nobody takes the memory to hold a value. 2. from a reference.
        let hole = unsafe { Hole::from_raw(memory) };
        init_here(hole, recipe)?;
        // SAFETY: from a reference, and nobody else uses the slot.
        unsafe { full.write(true) };
        // SAFETY: from a reference, so not null.
        let rest = unsafe { Rest::new(full) };
        // SAFETY: 1. `init_here` left a valid value, `full` is set, and there was no other handle, as
        // it would borrow the slot. It is pinned, as the slot is, and never moved from here on.
        Ok(unsafe { Tracked::from_parts(memory, rest) })
    }

    /// Drops the value that a forgotten handle left there, if there is one.
    ///
    /// # Examples
    ///
    /// ```
    /// let mut slot = core::pin::pin!(own_ref::PinSlot::<u8>::new());
    /// assert!(!slot.is_full());
    /// core::mem::forget(slot.as_mut().put(1));
    /// assert!(slot.is_full());
    /// slot.as_mut().clear();
    /// assert!(!slot.is_full());
    /// ```
    pub fn clear(self: Pin<&mut Self>) {
        // SAFETY: the value is not moved, only dropped.
        unsafe { self.get_unchecked_mut() }.drop_value();
    }

    /// Whether a forgotten handle left a value there.
    #[must_use]
    pub fn is_full(&self) -> bool {
        self.full
    }

    fn drop_value(&mut self) {
        // Before the destructor runs, which may panic.
        if mem::replace(&mut self.full, false) {
            // SAFETY: invariant 1: there is no handle, as `self` is borrowed, and it was full.
            unsafe { self.memory.get_mut().assume_init_drop() }
        }
    }
}

impl<T> Default for PinSlot<T> {
    fn default() -> Self {
        Self::new()
    }
}

impl<T> Drop for PinSlot<T> {
    fn drop(&mut self) {
        self.drop_value();
    }
}

impl<T> fmt::Debug for PinSlot<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("PinSlot")
            .field("full", &self.full)
            .finish_non_exhaustive()
    }
}
