//! Looking at it, and changing it in place.

use super::{Borrowed, Bound};
use crate::{Family, Lend, Of, Seen};
use core::marker::PhantomData;
use core::pin::Pin;

impl<'x, O, F> Bound<'x, O, F>
where
    F: Family + ?Sized + 'x,
{
    /// As [`with`](Self::with), without what is seen of the owner.
    #[doc(hidden)]
    #[inline]
    pub fn with_dependent<'s, R>(&'s self, f: impl for<'a> FnOnce(&'s Of<'a, F>) -> R) -> R {
        // SAFETY: valid by invariant 1.
        let dependent = unsafe { self.dependent.assume_init_ref() };
        // By invariant 1 the closure must work for every lifetime, and it does.
        f(dependent)
    }

    /// As [`with_mut`](Self::with_mut), without what is seen of the owner.
    #[doc(hidden)]
    #[inline]
    pub fn with_dependent_mut<'s, R>(
        &'s mut self,
        f: impl for<'a> FnOnce(&'s mut Of<'a, F>) -> R,
    ) -> R {
        // SAFETY: valid by invariant 1.
        // INVARIANT: 1: the closure works for every lifetime, so what it leaves there is an `Of<'h, F>`.
        let dependent = unsafe { self.dependent.assume_init_mut() };
        f(dependent)
    }

    /// Calls the closure with the dependent, and what may be seen of the owner beside it.
    ///
    /// The closure doesn't know for how long the owner is borrowed, so nothing that borrows from it can get out; but
    /// what borrows from the dependent may, as far as its type doesn't name that lifetime.
    ///
    /// # Examples
    ///
    /// ```
    /// use self_borrow::{Bound, Shared, family};
    ///
    /// family!(struct First<'a> = &'a str);
    /// let pair = Bound::<_, First>::new(Shared(String::from("a b")), |text| &text[..1]);
    /// // `&'s &'a str` is also a `&'s &'s str`, and that may be returned.
    /// let first: &str = pair.with(|first, _text| *first);
    /// assert_eq!(first, "a");
    /// ```
    #[inline]
    pub fn with<'s, R>(&'s self, f: impl for<'a> FnOnce(&'s Of<'a, F>, Seen<'a, O>) -> R) -> R
    where
        O: Lend + 'x,
    {
        self.with_within(|dependent, seen, _| f(dependent, seen))
    }

    /// As `with`, with a proof for the closure: see [`Borrowed`].
    #[doc(hidden)]
    #[inline]
    pub fn with_within<'s, R>(
        &'s self,
        f: impl for<'a> FnOnce(&'s Of<'a, F>, Seen<'a, O>, Borrowed<'s, 'a, 'x>) -> R,
    ) -> R
    where
        O: Lend + 'x,
    {
        // SAFETY: 1. valid by invariant 1; the closure can't keep it beyond `'h`, which it doesn't know.
        let seen = unsafe { O::see::<'x>(self.owner.as_ptr()) };
        // SAFETY: valid by invariant 1.
        let dependent = unsafe { self.dependent.assume_init_ref() };
        f(dependent, seen, PhantomData)
    }

    /// Calls the closure with the dependent, to change it, and what may be seen of the owner beside it: so the dependent
    /// can be made anew.
    ///
    /// # Examples
    ///
    /// ```
    /// use self_borrow::{Bound, Shared, family};
    ///
    /// family!(struct Rest<'a> = &'a str);
    /// let mut rest = Bound::<_, Rest>::new(Shared(String::from("a b c")), |text| text);
    /// rest.with_mut(|rest, _text| *rest = &rest[2..]);
    /// rest.with(|rest, _text| assert_eq!(*rest, "b c"));
    /// rest.with_mut(|rest, text| *rest = text);
    /// rest.with(|rest, _text| assert_eq!(*rest, "a b c"));
    /// ```
    #[inline]
    pub fn with_mut<'s, R>(
        &'s mut self,
        f: impl for<'a> FnOnce(&'s mut Of<'a, F>, Seen<'a, O>) -> R,
    ) -> R
    where
        O: Lend + 'x,
    {
        self.with_mut_within(|dependent, seen, _| f(dependent, seen))
    }

    /// As `with_mut`, with a proof.
    #[doc(hidden)]
    #[inline]
    pub fn with_mut_within<'s, R>(
        &'s mut self,
        f: impl for<'a> FnOnce(&'s mut Of<'a, F>, Seen<'a, O>, Borrowed<'s, 'a, 'x>) -> R,
    ) -> R
    where
        O: Lend + 'x,
    {
        // SAFETY: 1. valid by invariant 1; the closure can't keep it beyond `'h`, which it doesn't know.
        let seen = unsafe { O::see::<'x>(self.owner.as_ptr()) };
        // SAFETY: valid by invariant 1.
        // INVARIANT: 1: the closure works for every lifetime, so what it leaves there is an `Of<'h, F>`.
        let dependent = unsafe { self.dependent.assume_init_mut() };
        f(dependent, seen, PhantomData)
    }

    /// Calls the closure with the dependent, pinned: for futures and streams that borrow from an owner.
    ///
    /// Between two polls of a future that isn't in a `Box`, don't look at the pair by a shared reference, with [`with`](Self::with) or
    /// [`seen`](Self::seen). The compiler makes nothing of it today, but the models of aliasing that are being discussed count it as a read
    /// of what the future may hold exclusively, within itself. So it is of any pinned future ([rust#137750]).
    ///
    /// [rust#137750]: https://github.com/rust-lang/rust/issues/137750
    ///
    /// # Examples
    ///
    /// ```
    /// use self_borrow::{Bound, Shared, family};
    /// use std::pin::{Pin, pin};
    /// use std::task::{Context, Poll, Waker};
    ///
    /// family!(struct Work<'a> = Pin<Box<dyn Future<Output = usize> + 'a>>);
    /// let work = Bound::<_, Work>::new(Shared(String::from("abc")), |text| Box::pin(async { text.len() }));
    /// let mut work = pin!(work);
    /// let mut cx = Context::from_waker(Waker::noop());
    /// let ready = work.as_mut().with_pin(|work, _text| work.get_mut().as_mut().poll(&mut cx));
    /// assert_eq!(ready, Poll::Ready(3));
    /// ```
    #[inline]
    pub fn with_pin<'s, R>(
        self: Pin<&'s mut Self>,
        f: impl for<'a> FnOnce(Pin<&'s mut Of<'a, F>>, Seen<'a, O>) -> R,
    ) -> R
    where
        O: Lend + 'x,
    {
        self.with_pin_within(|dependent, seen, _| f(dependent, seen))
    }

    /// As `with_pin`, with a proof.
    #[doc(hidden)]
    #[inline]
    pub fn with_pin_within<'s, R>(
        self: Pin<&'s mut Self>,
        f: impl for<'a> FnOnce(Pin<&'s mut Of<'a, F>>, Seen<'a, O>, Borrowed<'s, 'a, 'x>) -> R,
    ) -> R
    where
        O: Lend + 'x,
    {
        // SAFETY: the dependent is not moved out: it is pinned again below.
        let this = unsafe { self.get_unchecked_mut() };
        // SAFETY: 1. valid by invariant 1; the closure can't keep it beyond `'h`, which it doesn't know.
        let seen = unsafe { O::see::<'x>(this.owner.as_ptr()) };
        // SAFETY: valid by invariant 1.
        // INVARIANT: 1: as in `with_mut`.
        let dependent = unsafe { this.dependent.assume_init_mut() };
        // SAFETY: structurally pinned: `Bound` is `Unpin` only if the dependent is, at every lifetime; its
        // destructor drops the dependent in place; nothing else gives out `&mut Of` from a pinned `Bound`.
        let dependent = unsafe { Pin::new_unchecked(dependent) };
        f(dependent, seen, PhantomData)
    }

    /// What may be seen of the owner: the place of one that is lent shared.
    ///
    /// # Examples
    ///
    /// ```
    /// use self_borrow::{Bound, Shared, family};
    ///
    /// family!(struct First<'a> = &'a str);
    /// let pair = Bound::<_, First>::new(Shared(String::from("a b")), |text| &text[..1]);
    /// assert_eq!(pair.seen(), "a b");
    /// ```
    #[inline]
    pub fn seen<'s>(&'s self) -> Seen<'s, O>
    where
        O: Lend + 's,
    {
        // SAFETY: 1. valid by invariant 1; the owner isn't dropped while `self` is borrowed.
        unsafe { O::see::<'s>(self.owner.as_ptr()) }
    }
}
