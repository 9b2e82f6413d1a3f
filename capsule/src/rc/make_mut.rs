//! Clone on write.

use alloc::rc::Rc as StdRc;

use super::Rc;

/// What [`Rc::make_mut`] can copy to a new allocation: `T: Clone`, `[T]` with `T: Clone`, and `str`.
///
/// It stands in for the unstable `CloneToUninit` of the standard library, and can't be implemented
/// elsewhere.
pub trait MakeMut: Via {}

impl<T: Clone> MakeMut for T {}
impl<T: Clone> MakeMut for [T] {}
impl MakeMut for str {}

#[expect(unnameable_types, reason = "sealed")]
/// Seals [`MakeMut`], and passes the call on to the pointer of std.
pub trait Via {
    /// The `make_mut` of std.
    fn make_mut(pointer: &mut StdRc<Self>) -> &mut Self;
}

impl<T: Clone> Via for T {
    #[inline]
    fn make_mut(pointer: &mut StdRc<Self>) -> &mut Self {
        StdRc::make_mut(pointer)
    }
}

impl<T: Clone> Via for [T] {
    #[inline]
    fn make_mut(pointer: &mut StdRc<Self>) -> &mut Self {
        StdRc::make_mut(pointer)
    }
}

impl Via for str {
    #[inline]
    fn make_mut(pointer: &mut StdRc<Self>) -> &mut Self {
        StdRc::make_mut(pointer)
    }
}

impl<T: ?Sized + MakeMut> Rc<'_, T> {
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
    ///
    ///     let mut mine = Rc::from_str(b, "a");
    ///     let yours = mine.clone();
    ///     Rc::make_mut(&mut mine).make_ascii_uppercase();
    ///     assert_eq!((&*mine, &*yours), ("A", "a"));
    /// });
    /// ```
    ///
    /// # Panics
    ///
    /// If `clone` does.
    #[inline]
    pub fn make_mut(this: &mut Self) -> &mut T {
        // INVARIANT: 1. If there is a new allocation, this is its only pointer.
        T::make_mut(Self::inner_mut(this))
    }
}
