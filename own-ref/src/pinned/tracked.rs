//! The handle.

use core::fmt;
use core::future::Future;
use core::marker::PhantomData;
use core::mem::ManuallyDrop;
use core::ops::{Deref, DerefMut};
use core::panic::UnwindSafe;
use core::pin::Pin;
use core::ptr::{self, NonNull};
use core::task::{Context, Poll};

/// Owns a value in a [`PinSlot`](crate::PinSlot), for as long as it is wanted. Used as `Pin<Tracked<'a, T>>`.
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

impl Rest<'_> {
    /// # Safety
    ///
    /// 1. `full` is not null.
    #[inline]
    pub(super) unsafe fn new(full: *mut bool) -> Self {
        // SAFETY: clause 1.
        let full = unsafe { NonNull::new_unchecked(full) };
        Self {
            full,
            _slot: PhantomData,
        }
    }
}

// SAFETY: it is a `T` that lies elsewhere, and a flag that is accessed through the handle only.
unsafe impl<T: ?Sized + Send> Send for Tracked<'_, T> {}

// SAFETY: a shared handle gives out `&T` and nothing else.
unsafe impl<T: ?Sized + Sync> Sync for Tracked<'_, T> {}

// Moving the handle doesn't move the value, and a handle is never structurally pinned.
impl<T: ?Sized> Unpin for Tracked<'_, T> {}

// As for `Box`. The `&mut T` in the marker would take it away.
impl<T: ?Sized + UnwindSafe> UnwindSafe for Tracked<'_, T> {}

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
