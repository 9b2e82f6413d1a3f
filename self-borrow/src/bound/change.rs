//! Making something else of it.

use super::{Bound, Lending, Within};
use crate::{CloneLend, Family, Lend, Of, Seen, Step2, Step3};
use core::marker::PhantomData;

impl<'x, O, F> Bound<'x, O, F>
where
    F: Family + ?Sized + 'x,
{
    /// Drops the dependent, and gives the owner back.
    ///
    /// # Panics
    ///
    /// If the destructor of the dependent does. The owner is dropped then.
    ///
    /// # Examples
    ///
    /// ```
    /// use self_borrow::{Bound, Shared, family};
    ///
    /// family!(struct First<'a> = &'a str);
    /// let pair = Bound::<_, First>::new(Shared(String::from("a b")), |text| &text[..1]);
    /// let Shared(text) = pair.into_owner();
    /// assert_eq!(text, "a b");
    /// ```
    #[inline]
    #[must_use = "to drop both, drop the pair"]
    pub fn into_owner(self) -> O {
        let (dependent, lending) = self.take_apart();
        drop(dependent);
        lending.end()
    }
}

impl<'x, O, F> Bound<'x, O, F>
where
    O: Lend + 'x,
    F: Family + ?Sized + 'x,
{
    /// Makes another dependent from this one, of the same family or another, and keeps the owner.
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
    /// family!(struct Words<'a> = Vec<&'a str>);
    /// family!(struct Last<'a> = Option<&'a str>);
    ///
    /// let words = Bound::<_, Words>::new(Shared(String::from("a b")), |text| text.split(' ').collect());
    /// let last = words.map::<Last>(|mut words, _text| words.pop());
    /// last.with(|last, _| assert_eq!(*last, Some("b")));
    /// ```
    ///
    /// # Source
    ///
    /// `map_project` of `yoke`, also for what isn't covariant.
    #[inline]
    pub fn map<G>(self, f: impl for<'a> Step2<Of<'a, F>, Seen<'a, O>, Of<'a, G>>) -> Bound<'x, O, G>
    where
        G: Family + ?Sized + 'x,
    {
        self.map_within(|dependent, seen, _: Within<'_, 'x>| f(dependent, seen))
    }

    /// As `map`, with a proof.
    #[doc(hidden)]
    #[inline]
    pub fn map_within<G>(
        self,
        f: impl for<'a> Step3<Of<'a, F>, Seen<'a, O>, Within<'a, 'x>, Of<'a, G>>,
    ) -> Bound<'x, O, G>
    where
        G: Family + ?Sized + 'x,
    {
        let (dependent, lending) = self.take_apart();
        // SAFETY: 1. the closure works for every lifetime, so it can keep what it sees in its result only.
        let seen = unsafe { lending.see() };
        let dependent = f(dependent, seen, PhantomData);
        // SAFETY: 1. made by the closure, from what borrows from this owner.
        unsafe { lending.bind(dependent) }
    }

    /// Makes another dependent from this one, by a closure that may fail.
    ///
    /// # Errors
    ///
    /// The error of the closure, and the owner. The dependent is the closure's to drop.
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
    /// family!(struct Text<'a> = &'a str);
    /// let text = Bound::<_, Text>::new(Shared(String::from("word")), |text| text);
    /// let tail = text.try_map::<Text, _>(|text, _| text.strip_prefix("s").ok_or("no `s`"));
    /// assert!(tail.is_err_and(|(error, Shared(text))| error == "no `s`" && text == "word"));
    /// ```
    #[inline]
    pub fn try_map<G, E>(
        self,
        f: impl for<'a> Step2<Of<'a, F>, Seen<'a, O>, Result<Of<'a, G>, E>>,
    ) -> Result<Bound<'x, O, G>, (E, O)>
    where
        G: Family + ?Sized + 'x,
    {
        self.try_map_within(|dependent, seen, _: Within<'_, 'x>| f(dependent, seen))
    }

    /// As `try_map`, with a proof.
    #[doc(hidden)]
    #[inline]
    pub fn try_map_within<G, E>(
        self,
        f: impl for<'a> Step3<Of<'a, F>, Seen<'a, O>, Within<'a, 'x>, Result<Of<'a, G>, E>>,
    ) -> Result<Bound<'x, O, G>, (E, O)>
    where
        G: Family + ?Sized + 'x,
    {
        let (dependent, lending) = self.take_apart();
        // SAFETY: 1. as in `map`; the error's type doesn't name the lifetime.
        let seen = unsafe { lending.see() };
        match f(dependent, seen, PhantomData) {
            // SAFETY: 1. made by the closure, from what borrows from this owner.
            Ok(dependent) => Ok(unsafe { lending.bind(dependent) }),
            Err(error) => Err((error, lending.end())),
        }
    }

    /// As [`map`](Self::map), without what is seen of the owner.
    #[doc(hidden)]
    #[inline]
    pub fn map_dependent<G>(
        self,
        f: impl for<'a> crate::Step1<Of<'a, F>, Of<'a, G>>,
    ) -> Bound<'x, O, G>
    where
        G: Family + ?Sized + 'x,
    {
        let (dependent, lending) = self.take_apart();
        let dependent = f(dependent);
        // SAFETY: 1. made by the closure, from what borrows from this owner.
        unsafe { lending.bind(dependent) }
    }

    /// As [`try_map`](Self::try_map), without what is seen of the owner.
    #[doc(hidden)]
    #[inline]
    pub fn try_map_dependent<G, E>(
        self,
        f: impl for<'a> crate::Step1<Of<'a, F>, Result<Of<'a, G>, E>>,
    ) -> Result<Bound<'x, O, G>, (E, O)>
    where
        G: Family + ?Sized + 'x,
    {
        let (dependent, lending) = self.take_apart();
        match f(dependent) {
            // SAFETY: 1. made by the closure, from what borrows from this owner.
            Ok(dependent) => Ok(unsafe { lending.bind(dependent) }),
            Err(error) => Err((error, lending.end())),
        }
    }

    /// Gives the dependent to the closure, by value, then the owner back, with what the closure returned.
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
    /// let (Exclusive(text), length) = pair.unbind(|text, ()| {
    ///     text.push('b');
    ///     text.len()
    /// });
    /// assert_eq!((text.as_str(), length), ("ab", 2));
    /// ```
    ///
    /// # Source
    ///
    /// `let bind 'b in (s, r) = v; …; end 'b;` of "The Inconceivable Types of Rust".
    #[inline]
    pub fn unbind<R>(self, f: impl for<'a> FnOnce(Of<'a, F>, Seen<'a, O>) -> R) -> (O, R) {
        self.unbind_within(|dependent, seen, _| f(dependent, seen))
    }

    /// As `unbind`, with a proof.
    #[doc(hidden)]
    #[inline]
    pub fn unbind_within<R>(
        self,
        f: impl for<'a> FnOnce(Of<'a, F>, Seen<'a, O>, Within<'a, 'x>) -> R,
    ) -> (O, R) {
        let (dependent, lending) = self.take_apart();
        // SAFETY: 1. the closure works for every lifetime, and its result doesn't name it.
        let seen = unsafe { lending.see() };
        let result = f(dependent, seen, PhantomData);
        (lending.end(), result)
    }
}

impl<O, F> Clone for Bound<'_, O, F>
where
    O: CloneLend,
    F: Family + ?Sized,
    for<'a> Of<'a, F>: Clone,
{
    /// Clones the dependent and the owner. The clone's dependent borrows from what both owners own.
    fn clone(&self) -> Self {
        // SAFETY: valid by invariant 1 of `Bound`.
        let owner = unsafe { self.owner.assume_init_ref() };
        let lending = Lending::new(owner.clone());
        // SAFETY: valid by invariant 1 of `Bound`.
        let dependent = unsafe { self.dependent.assume_init_ref() }.clone();
        // SAFETY: 1. the dependent was cloned from one whose owner owns the same place: what it borrows stays
        // valid as long as the clone of the owner, by `CloneLend`. It was cloned by what is `Clone` at every lifetime.
        unsafe { lending.bind(dependent) }
    }
}
