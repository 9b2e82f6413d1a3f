//! Making one.

use super::{Bound, Lending, Within};
use crate::{Family, Lend, Lent, Of, Step1, Step2};
use core::marker::PhantomData;

impl<'x, O, F> Bound<'x, O, F>
where
    O: Lend + 'x,
    F: Family + ?Sized + 'x,
{
    /// Lends the owner to the closure, and keeps both the owner and what the closure made.
    ///
    /// # Panics
    ///
    /// If the closure does. The owner is dropped then.
    ///
    /// # Examples
    ///
    /// ```
    /// use self_borrow::{Bound, Exclusive, family};
    ///
    /// family!(struct Text<'a> = &'a mut String);
    /// let pair = Bound::<_, Text>::new(Exclusive(Box::new(String::from("a"))), |text| text);
    /// assert_eq!(size_of_val(&pair), 16);
    /// ```
    #[inline]
    pub fn new(owner: O, f: impl for<'a> Step1<Lent<'a, O>, Of<'a, F>>) -> Self {
        Self::new_within(owner, |lent, _: Within<'_, 'x>| f(lent))
    }

    /// As `new`, with a proof for the closure: see [`Within`].
    #[doc(hidden)]
    #[inline]
    pub fn new_within(
        owner: O,
        f: impl for<'a> Step2<Lent<'a, O>, Within<'a, 'x>, Of<'a, F>>,
    ) -> Self {
        let mut lending = Lending::new(owner);
        // SAFETY: 1. the closure works for every lifetime, so it can keep what is lent in its result only,
        // and that is gone before the owner is: by the invariants of `Bound`, or with the closure. 2. once.
        let lent = unsafe { lending.lend() };
        let dependent = f(lent, PhantomData);
        // SAFETY: 1. made by the closure from what was lent.
        unsafe { lending.bind(dependent) }
    }

    /// Lends the owner to a closure that may fail.
    ///
    /// # Errors
    ///
    /// The error of the closure, and the owner.
    ///
    /// # Panics
    ///
    /// If the closure does. The owner is dropped then.
    ///
    /// # Examples
    ///
    /// ```
    /// use self_borrow::{Bound, Shared, family};
    ///
    /// family!(struct Line<'a> = &'a str);
    /// let read = |bytes: Vec<u8>| {
    ///     Bound::<_, Line>::try_new(Shared(bytes), |bytes| core::str::from_utf8(bytes))
    /// };
    /// assert!(read(b"text".to_vec()).is_ok());
    /// let Err((error, Shared(bytes))) = read(b"\xff!".to_vec()) else {
    ///     panic!("not UTF-8");
    /// };
    /// assert_eq!((error.valid_up_to(), bytes.len()), (0, 2));
    /// ```
    #[inline]
    pub fn try_new<E>(
        owner: O,
        f: impl for<'a> Step1<Lent<'a, O>, Result<Of<'a, F>, E>>,
    ) -> Result<Self, (E, O)> {
        Self::try_new_within(owner, |lent, _: Within<'_, 'x>| f(lent))
    }

    /// As `try_new`, with a proof.
    #[doc(hidden)]
    #[inline]
    pub fn try_new_within<E>(
        owner: O,
        f: impl for<'a> Step2<Lent<'a, O>, Within<'a, 'x>, Result<Of<'a, F>, E>>,
    ) -> Result<Self, (E, O)> {
        let mut lending = Lending::new(owner);
        // SAFETY: 1. as in `new`; the error's type doesn't name the lifetime. 2. once.
        let lent = unsafe { lending.lend() };
        match f(lent, PhantomData) {
            // SAFETY: 1. made by the closure from what was lent.
            Ok(dependent) => Ok(unsafe { lending.bind(dependent) }),
            Err(error) => Err((error, lending.end())),
        }
    }
}
