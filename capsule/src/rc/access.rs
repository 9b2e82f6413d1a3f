//! Looking at a value, and getting it back.

use alloc::rc::Rc as StdRc;
use core::ops::Deref;

use super::{Rc, Weak};

impl<T: ?Sized> Deref for Rc<'_, T> {
    type Target = T;

    #[inline]
    fn deref(&self) -> &T {
        Self::inner(self)
    }
}

impl<T: ?Sized> Clone for Rc<'_, T> {
    #[inline]
    fn clone(&self) -> Self {
        // INVARIANT: 1. The same brand.
        Self::wrap(StdRc::clone(Self::inner(self)))
    }
}

impl<'b, T: ?Sized> Rc<'b, T> {
    /// A pointer to the same value that doesn't keep it alive.
    ///
    /// ```
    /// use capsule::Rc;
    ///
    /// capsule::region(|b, _| {
    ///     let five = Rc::new(b, 5);
    ///     assert_eq!(Rc::downgrade(&five).upgrade().as_deref(), Some(&5));
    /// });
    /// ```
    #[inline]
    #[must_use]
    pub fn downgrade(this: &Self) -> Weak<'b, T> {
        // INVARIANT: 1. The same brand.
        Weak::wrap(StdRc::downgrade(Self::inner(this)))
    }

    /// Whether both point to the same value.
    ///
    /// ```
    /// use capsule::Rc;
    ///
    /// capsule::region(|b, _| {
    ///     let five = Rc::new(b, 5);
    ///     assert!(Rc::ptr_eq(&five, &five.clone()));
    ///     assert!(!Rc::ptr_eq(&five, &Rc::new(b, 5)));
    /// });
    /// ```
    #[inline]
    #[must_use]
    pub fn ptr_eq(this: &Self, other: &Self) -> bool {
        StdRc::ptr_eq(Self::inner(this), Self::inner(other))
    }

    /// Where the value is.
    ///
    /// ```
    /// use capsule::Rc;
    ///
    /// capsule::region(|b, _| {
    ///     let five = Rc::new(b, 5);
    ///     assert!(core::ptr::eq(Rc::as_ptr(&five), &*five));
    /// });
    /// ```
    #[inline]
    #[must_use]
    pub fn as_ptr(this: &Self) -> *const T {
        StdRc::as_ptr(Self::inner(this))
    }

    /// The number of pointers to the value.
    ///
    /// ```
    /// use capsule::Rc;
    ///
    /// capsule::region(|b, _| assert_eq!(Rc::strong_count(&Rc::new(b, 5)), 1));
    /// ```
    #[inline]
    #[must_use]
    pub fn strong_count(this: &Self) -> usize {
        StdRc::strong_count(Self::inner(this))
    }

    /// The number of [`Weak`] pointers to the value.
    ///
    /// ```
    /// use capsule::Rc;
    ///
    /// capsule::region(|b, _| assert_eq!(Rc::weak_count(&Rc::new(b, 5)), 0));
    /// ```
    #[inline]
    #[must_use]
    pub fn weak_count(this: &Self) -> usize {
        StdRc::weak_count(Self::inner(this))
    }

    /// The value, if this is the only pointer to it, weak ones included.
    ///
    /// ```
    /// use capsule::Rc;
    ///
    /// capsule::region(|b, _| {
    ///     let mut five = Rc::new(b, 5);
    ///     *Rc::get_mut(&mut five).unwrap() += 1;
    ///     let clone = five.clone();
    ///     assert!(Rc::get_mut(&mut five).is_none());
    ///     assert_eq!(*clone, 6);
    /// });
    /// ```
    #[inline]
    #[must_use]
    pub fn get_mut(this: &mut Self) -> Option<&mut T> {
        StdRc::get_mut(Self::inner_mut(this))
    }
}

impl<T> Rc<'_, T> {
    /// Moves the value out, if this is the only pointer to it; weak ones don't count.
    ///
    /// ```
    /// use capsule::Rc;
    ///
    /// capsule::region(|b, _| {
    ///     let five = Rc::new(b, 5);
    ///     let clone = five.clone();
    ///     let five = Rc::try_unwrap(five).unwrap_err();
    ///     drop(clone);
    ///     assert_eq!(Rc::try_unwrap(five), Ok(5));
    /// });
    /// ```
    ///
    /// # Errors
    ///
    /// The pointer, if there are others.
    #[inline]
    pub fn try_unwrap(this: Self) -> Result<T, Self> {
        // INVARIANT: 1. The same brand.
        StdRc::try_unwrap(Self::into_std(this)).map_err(Self::wrap)
    }

    /// Moves the value out, if this is the only pointer to it.
    ///
    /// ```
    /// use capsule::Rc;
    ///
    /// capsule::region(|b, _| assert_eq!(Rc::into_inner(Rc::new(b, 5)), Some(5)));
    /// ```
    #[inline]
    #[must_use]
    pub fn into_inner(this: Self) -> Option<T> {
        StdRc::into_inner(Self::into_std(this))
    }

    /// Moves the value out, or clones it if there are other pointers to it.
    ///
    /// ```
    /// use capsule::Rc;
    ///
    /// capsule::region(|b, _| assert_eq!(Rc::unwrap_or_clone(Rc::new(b, 5)), 5));
    /// ```
    #[inline]
    #[must_use]
    pub fn unwrap_or_clone(this: Self) -> T
    where
        T: Clone,
    {
        StdRc::unwrap_or_clone(Self::into_std(this))
    }
}
