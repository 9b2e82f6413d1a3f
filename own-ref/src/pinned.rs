//! Pinned values outside of the heap.

use crate::init::{infallible, init_here};
use crate::{Hole, Init, init};
use core::fmt;
use core::future::Future;
use core::marker::{PhantomData, PhantomPinned};
use core::mem::{self, ManuallyDrop, MaybeUninit};
use core::ops::{Deref, DerefMut};
use core::panic::UnwindSafe;
use core::pin::Pin;
use core::ptr::{self, NonNull};
use core::task::{Context, Poll};

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
    memory: MaybeUninit<T>,
    full: bool,
    /// The value is pinned when the slot is.
    _pinned: PhantomPinned,
}

/// Owns a value in a [`PinSlot`], for as long as it is wanted. Used as `Pin<Tracked<'a, T>>`.
///
/// Dropping it drops the value. Forgetting it leaves the value to the slot; that is why it is
/// invariant in `T`, and why it is another type than [`Own`](crate::Own).
///
/// # Examples
///
/// ```
/// use core::pin::pin;
/// use own_ref::PinSlot;
///
/// let mut slot = pin!(PinSlot::new());
/// let text = slot.as_mut().put(String::from("pinned"));
/// assert_eq!(text.len(), 6);
/// drop(text);
/// let again = slot.as_mut().put(String::from("again"));
/// assert_eq!(*again, "again");
/// ```
#[must_use = "dropping it drops the value"]
pub struct Tracked<'a, T: ?Sized> {
    /// # Invariants
    ///
    /// 1. `value` is the valid value in a pinned slot that is borrowed for `'a`, `full` is that slot's
    ///    flag, which is set, and this is the only handle.
    /// 2. It is given to users only inside a `Pin`, unless `T: Unpin`.
    value: NonNull<T>,
    full: NonNull<bool>,
    /// Borrows the slot, and is invariant in `T`: the slot may drop what a handle has put there.
    _slot: PhantomData<(&'a mut (), *mut T)>,
    /// Drops a `T`.
    _owns: PhantomData<T>,
}

/// All of a [`Tracked`] but the pointer.
#[doc(hidden)]
#[expect(
    missing_debug_implementations,
    reason = "exists only within an expansion of `unsize!`"
)]
pub struct Rest<'a> {
    full: NonNull<bool>,
    _slot: PhantomData<&'a mut ()>,
}

// SAFETY: it is a `T` that lies elsewhere, and a flag that is accessed through the handle only.
unsafe impl<T: ?Sized + Send> Send for Tracked<'_, T> {}

// SAFETY: a shared handle gives out `&T` and nothing else.
unsafe impl<T: ?Sized + Sync> Sync for Tracked<'_, T> {}

// Moving the handle doesn't move the value, and a handle is never structurally pinned.
impl<T: ?Sized> Unpin for Tracked<'_, T> {}

// As for `Box`. The `&mut T` in the marker would take it away.
impl<T: ?Sized + UnwindSafe> UnwindSafe for Tracked<'_, T> {}

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
            memory: MaybeUninit::uninit(),
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
        let rest = Rest {
            // SAFETY: from a reference, so not null.
            full: unsafe { NonNull::new_unchecked(full) },
            _slot: PhantomData,
        };
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
            unsafe { self.memory.assume_init_drop() }
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

impl<'a, T: ?Sized> Tracked<'a, T> {
    /// Moves the value out, if it may be moved.
    ///
    /// # Examples
    ///
    /// ```
    /// use core::pin::pin;
    /// use own_ref::{PinSlot, Tracked};
    ///
    /// let slot = pin!(PinSlot::new());
    /// let text = slot.put(String::from("out"));
    /// assert_eq!(Tracked::into_inner(text), "out");
    /// ```
    #[must_use = "to drop the value, drop the handle"]
    pub fn into_inner(this: Pin<Self>) -> T
    where
        T: Unpin + Sized,
    {
        let (value, mut rest) = Self::into_parts(this);
        // SAFETY: invariant 1: the slot's flag; this was the only handle.
        unsafe { *rest.full.as_mut() = false };
        // SAFETY: invariant 1: valid and owned by the handle, which is gone, as is the slot's claim.
        unsafe { value.read() }
    }

    pub(crate) fn into_parts(this: Pin<Self>) -> (*mut T, Rest<'a>) {
        // SAFETY: the value stays where it is, and `from_parts` pins it again.
        let this = ManuallyDrop::new(unsafe { Pin::into_inner_unchecked(this) });
        (
            this.value.as_ptr(),
            Rest {
                full: this.full,
                _slot: PhantomData,
            },
        )
    }

    /// # Safety
    ///
    /// 1. `value` and `rest` are the parts of a handle, `value` possibly unsized meanwhile; or they
    ///    fulfil invariant 1, and the value is pinned from now on.
    #[expect(clippy::needless_pass_by_value, reason = "the parts are used up")]
    pub(crate) unsafe fn from_parts(value: *mut T, rest: Rest<'a>) -> Pin<Self> {
        // SAFETY: clause 1: not null.
        let value = unsafe { NonNull::new_unchecked(value) };
        // INVARIANT: 1: by clause 1. 2: by the `Pin`.
        let this = Self {
            value,
            full: rest.full,
            _slot: PhantomData,
            _owns: PhantomData,
        };
        // SAFETY: by clause 1 the value is pinned: until it is dropped, through the handle or by
        // the slot, it is not moved, and its memory not used otherwise.
        unsafe { Pin::new_unchecked(this) }
    }
}

impl<T: ?Sized> Drop for Tracked<'_, T> {
    fn drop(&mut self) {
        // Before the destructor runs: if it panics, the slot must not drop the value again.
        // SAFETY: invariant 1: the slot's flag, which nobody else accesses.
        unsafe { self.full.write(false) };
        // SAFETY: invariant 1: valid, ours, and from now on nobody else's.
        unsafe { ptr::drop_in_place(self.value.as_ptr()) }
    }
}

impl<T: ?Sized> Deref for Tracked<'_, T> {
    type Target = T;

    #[inline]
    fn deref(&self) -> &T {
        // SAFETY: invariant 1: valid, and nobody writes while `self` is borrowed.
        unsafe { self.value.as_ref() }
    }
}

impl<T: ?Sized> DerefMut for Tracked<'_, T> {
    #[inline]
    fn deref_mut(&mut self) -> &mut T {
        // SAFETY: invariant 1: valid, and nobody else accesses it while `self` is borrowed.
        unsafe { self.value.as_mut() }
    }
}

impl<F: ?Sized + Future> Future for Tracked<'_, F>
where
    F: Unpin,
{
    type Output = F::Output;

    fn poll(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<F::Output> {
        Pin::new(&mut **self).poll(cx)
    }
}

impl<T: ?Sized + fmt::Debug> fmt::Debug for Tracked<'_, T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        (**self).fmt(f)
    }
}

impl<T: ?Sized + fmt::Display> fmt::Display for Tracked<'_, T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        (**self).fmt(f)
    }
}
