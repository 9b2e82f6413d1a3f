//! The weak pointer.

use alloc::rc::Weak as StdWeak;
use core::fmt;
use core::marker::PhantomData;
use core::ptr;

use super::Rc;
use super::strong::StaysInItsCapsule_SoSendTheCapsule as Stays;
use crate::CapsuleSend;
use crate::brand::Invariant;

/// A pointer that doesn't keep its value alive; see [`Rc`].
///
/// ```
/// use capsule::{Rc, Weak};
///
/// capsule::region(|b, _| {
///     let five = Rc::new(b, 5);
///     let weak: Weak<'_, i32> = Rc::downgrade(&five);
///     assert_eq!(weak.upgrade().as_deref(), Some(&5));
/// });
/// ```
///
/// # Invariants
///
/// Those of [`Rc`], since it can be upgraded to one. One that points to no allocation has none to keep.
#[repr(transparent)]
pub struct Weak<'b, T: ?Sized> {
    inner: Stays<StdWeak<T>>,
    _region: Invariant<'b>,
}

// SAFETY: 1. to 3. As for `Rc`.
unsafe impl<T: ?Sized + CapsuleSend> CapsuleSend for Weak<'_, T> {}

impl<T> Weak<'_, T> {
    /// A pointer to nothing. It needs no brand: there is nothing to share.
    ///
    /// ```
    /// assert!(capsule::Weak::<i32>::new().upgrade().is_none());
    /// ```
    #[inline]
    #[must_use]
    pub const fn new() -> Self {
        Self {
            inner: Stays(StdWeak::new()),
            _region: PhantomData,
        }
    }
}

impl<'b, T: ?Sized> Weak<'b, T> {
    /// # Invariants
    ///
    /// That `inner` points to the allocation of a pointer of the same brand is for the caller.
    #[inline]
    pub(super) fn wrap(inner: StdWeak<T>) -> Self {
        Self {
            inner: Stays(inner),
            _region: PhantomData,
        }
    }

    /// The same pointer under our name.
    ///
    /// # Invariants
    ///
    /// As for `wrap`.
    #[inline]
    pub(super) fn wrap_ref(weak: &StdWeak<T>) -> &Self
    where
        T: Sized,
    {
        // SAFETY: `Self` is a transparent wrapper of what the reference leads to.
        unsafe { &*ptr::from_ref(weak).cast::<Self>() }
    }

    /// A pointer that keeps the value alive, if it still is.
    ///
    /// ```
    /// use capsule::Rc;
    ///
    /// capsule::region(|b, _| {
    ///     let five = Rc::new(b, 5);
    ///     let weak = Rc::downgrade(&five);
    ///     assert!(weak.upgrade().is_some());
    ///     drop(five);
    ///     assert!(weak.upgrade().is_none());
    /// });
    /// ```
    #[inline]
    #[must_use]
    pub fn upgrade(&self) -> Option<Rc<'b, T>> {
        // INVARIANT: 1. The same brand.
        self.inner.0.upgrade().map(Rc::wrap)
    }

    /// The number of [`Rc`] pointers to the value, 0 if there is none.
    ///
    /// ```
    /// use capsule::Rc;
    ///
    /// capsule::region(|b, _| {
    ///     let five = Rc::new(b, 5);
    ///     assert_eq!(Rc::downgrade(&five).strong_count(), 1);
    /// });
    /// ```
    #[inline]
    #[must_use]
    pub fn strong_count(&self) -> usize {
        self.inner.0.strong_count()
    }

    /// The number of `Weak` pointers to the value, 0 if there is no value.
    ///
    /// ```
    /// assert_eq!(capsule::Weak::<i32>::new().weak_count(), 0);
    /// ```
    #[inline]
    #[must_use]
    pub fn weak_count(&self) -> usize {
        self.inner.0.weak_count()
    }

    /// Whether both point to the same allocation, or both to none.
    ///
    /// ```
    /// use capsule::Rc;
    ///
    /// capsule::region(|b, _| {
    ///     let five = Rc::new(b, 5);
    ///     assert!(Rc::downgrade(&five).ptr_eq(&Rc::downgrade(&five)));
    /// });
    /// ```
    #[inline]
    #[must_use]
    pub fn ptr_eq(&self, other: &Self) -> bool {
        self.inner.0.ptr_eq(&other.inner.0)
    }

    /// Where the value is, or was.
    ///
    /// ```
    /// use capsule::Rc;
    ///
    /// capsule::region(|b, _| {
    ///     let five = Rc::new(b, 5);
    ///     assert_eq!(Rc::downgrade(&five).as_ptr(), Rc::as_ptr(&five));
    /// });
    /// ```
    #[inline]
    #[must_use]
    pub fn as_ptr(&self) -> *const T {
        self.inner.0.as_ptr()
    }
}

impl<T: ?Sized> Clone for Weak<'_, T> {
    #[inline]
    fn clone(&self) -> Self {
        // INVARIANT: the same brand.
        Self::wrap(self.inner.0.clone())
    }
}

impl<T> Default for Weak<'_, T> {
    #[inline]
    fn default() -> Self {
        Self::new()
    }
}

impl<T: ?Sized> fmt::Debug for Weak<'_, T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("(Weak)")
    }
}
