//! Clone on write.

use alloc::rc::Rc as StdRc;

use super::Rc;

impl<T: Clone> Rc<'_, T> {
    /// The value, for this pointer alone: if there are others, it is cloned first.
    ///
    /// The clone is in the same region.
    ///
    /// ```
    /// use capsule::Rc;
    ///
    /// capsule::region(|b, _| {
    ///     let mut mine = Rc::new(b, 5);
    ///     let yours = mine.clone();
    ///     *Rc::make_mut(&mut mine) += 1;
    ///     assert_eq!((*mine, *yours), (6, 5));
    /// });
    /// ```
    #[inline]
    pub fn make_mut(this: &mut Self) -> &mut T {
        // INVARIANT: 1. If there is a new allocation, this is its only pointer.
        StdRc::make_mut(Self::inner_mut(this))
    }
}

impl<T: Clone> Rc<'_, [T]> {
    /// The elements, for this pointer alone: if there are others, they are cloned first.
    ///
    /// ```
    /// use capsule::Rc;
    ///
    /// capsule::region(|b, _| {
    ///     let mut mine = Rc::from_vec(b, vec![1, 2]);
    ///     let yours = mine.clone();
    ///     Rc::<[u8]>::make_mut(&mut mine)[0] = 3;
    ///     assert_eq!((&*mine, &*yours), (&[3, 2][..], &[1, 2][..]));
    /// });
    /// ```
    #[inline]
    pub fn make_mut(this: &mut Self) -> &mut [T] {
        // INVARIANT: 1. If there is a new allocation, this is its only pointer.
        StdRc::make_mut(Self::inner_mut(this))
    }
}

impl Rc<'_, str> {
    /// The text, for this pointer alone: if there are others, it is copied first.
    ///
    /// ```
    /// use capsule::Rc;
    ///
    /// capsule::region(|b, _| {
    ///     let mut mine = Rc::from_str(b, "a");
    ///     let yours = mine.clone();
    ///     Rc::<str>::make_mut(&mut mine).make_ascii_uppercase();
    ///     assert_eq!((&*mine, &*yours), ("A", "a"));
    /// });
    /// ```
    #[inline]
    pub fn make_mut(this: &mut Self) -> &mut str {
        // INVARIANT: 1. If there is a new allocation, this is its only pointer.
        StdRc::make_mut(Self::inner_mut(this))
    }
}
