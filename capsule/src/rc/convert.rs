//! Conversions. Each that takes a value in takes the brand.

use alloc::rc::Rc as StdRc;
use alloc::vec::Vec;

use super::Rc;
use crate::Brand;

impl<'b> Rc<'b, str> {
    /// Copies a text into a region.
    ///
    /// ```
    /// use capsule::Rc;
    ///
    /// capsule::region(|b, _| assert_eq!(&*Rc::from_str(b, "text"), "text"));
    /// ```
    #[inline]
    #[must_use]
    pub fn from_str(brand: Brand<'b>, text: &str) -> Self {
        let _ = brand;
        // INVARIANT: 1. It is new. 2. By the brand.
        Self::wrap(StdRc::from(text))
    }
}

impl<'b, T> Rc<'b, [T]> {
    /// Moves the elements of a vector into a region.
    ///
    /// ```
    /// use capsule::Rc;
    ///
    /// capsule::region(|b, _| assert_eq!(&*Rc::from_vec(b, vec![1, 2]), &[1, 2]));
    /// ```
    #[inline]
    #[must_use]
    pub fn from_vec(brand: Brand<'b>, elements: Vec<T>) -> Self {
        let _ = brand;
        // INVARIANT: 1. It is new. 2. By the brand.
        Self::wrap(StdRc::from(elements))
    }

    /// Collects the elements of an iterator in a region.
    ///
    /// ```
    /// use capsule::Rc;
    ///
    /// capsule::region(|b, _| assert_eq!(&*Rc::from_iter(b, 1..3), &[1, 2]));
    /// ```
    #[inline]
    pub fn from_iter(brand: Brand<'b>, elements: impl IntoIterator<Item = T>) -> Self {
        let _ = brand;
        // INVARIANT: 1. It is new. 2. By the brand.
        Self::wrap(elements.into_iter().collect())
    }

    /// Copies a slice into a region.
    ///
    /// ```
    /// use capsule::Rc;
    ///
    /// capsule::region(|b, _| assert_eq!(&*Rc::from_slice(b, &[1, 2]), &[1, 2]));
    /// ```
    #[inline]
    #[must_use]
    pub fn from_slice(brand: Brand<'b>, elements: &[T]) -> Self
    where
        T: Clone,
    {
        let _ = brand;
        // INVARIANT: 1. It is new. 2. By the brand.
        Self::wrap(StdRc::from(elements))
    }
}

impl<'b, T, const N: usize> TryFrom<Rc<'b, [T]>> for Rc<'b, [T; N]> {
    type Error = Rc<'b, [T]>;

    #[inline]
    fn try_from(pointer: Rc<'b, [T]>) -> Result<Self, Self::Error> {
        // INVARIANT: 1. The same brand.
        Rc::into_std(pointer)
            .try_into()
            .map(Self::wrap)
            .map_err(Rc::wrap)
    }
}

impl<'b> From<Rc<'b, str>> for Rc<'b, [u8]> {
    #[inline]
    fn from(text: Rc<'b, str>) -> Self {
        // INVARIANT: 1. The same brand.
        Self::wrap(Rc::into_std(text).into())
    }
}
