//! Making a capsule, and working on what is in it.

use core::cell::Cell;
use core::fmt;
use core::marker::PhantomData;

use ghost_cell::GhostToken;

use super::{Capsule, rebrand, rebrand_mut, rebrand_ref};
use crate::{Brand, Family};

/// A closure that worked on the content of a capsule has panicked.
///
/// ```
/// use capsule::{Capsule, Plain, Poisoned};
///
/// let mut capsule = Capsule::<Plain<u32>>::new(|_| Plain(1));
/// let panicked = std::panic::catch_unwind(move || {
///     capsule.with(|_, _| panic!("while it is open"));
/// });
/// assert!(panicked.is_err());
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Poisoned;

impl fmt::Display for Poisoned {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("the capsule is poisoned: a closure panicked while it was open")
    }
}

impl core::error::Error for Poisoned {}

impl<F: Family> Capsule<F> {
    /// Packs what the closure makes.
    ///
    /// The closure can't keep anything of it elsewhere, since it doesn't know what `'b` is.
    ///
    /// ```
    /// use capsule::{Capsule, Rc, family};
    ///
    /// let capsule = Capsule::<family!([Rc<'b, u32>; 2])>::new(|b| {
    ///     let one = Rc::new(b, 1);
    ///     [one.clone(), one]
    /// });
    /// ```
    ///
    /// # Panics
    ///
    /// If the closure does.
    #[inline]
    pub fn new(f: impl for<'b> FnOnce(Brand<'b>) -> F::Of<'b>) -> Self {
        Self::build(|brand, _token| f(brand))
    }

    /// Packs what the closure makes, which gets the token of the region as well: for what needs its
    /// [cells](crate::Cell) changed while it is built.
    ///
    /// ```
    /// use capsule::{Capsule, CapsuleSend, Cell, Family, Rc, Weak};
    ///
    /// #[derive(CapsuleSend, Family)]
    /// struct Ring<'b>(Rc<'b, Cell<'b, Weak<'b, Ring<'b>>>>);
    ///
    /// let ring = Capsule::<Ring<'static>>::build(|b, token| {
    ///     let cell = Rc::new(b, Cell::new(Weak::new()));
    ///     let ring = Rc::new(b, Ring(cell.clone()));
    ///     *cell.borrow_mut(token) = Rc::downgrade(&ring);
    ///     Ring(cell)
    /// });
    /// ```
    ///
    /// # Panics
    ///
    /// If the closure does.
    #[inline]
    pub fn build(
        f: impl for<'b, 'x> FnOnce(Brand<'b>, &'x mut GhostToken<'b>) -> F::Of<'b>,
    ) -> Self {
        GhostToken::new(|mut token| {
            let content = f(Brand::of(&token), &mut token);
            // SAFETY: 1. The brand is that of this very call, and what the closure got and made of it is over,
            // but for the content: nothing with `'b` can leave a closure that is generic over it.
            unsafe { Self::pack(content) }
        })
    }

    /// # Safety
    ///
    /// 1. What the content shares by pointers with the brand `'b`, nothing else shares, from now on.
    #[inline]
    pub(super) unsafe fn pack(content: F::Of<'_>) -> Self {
        Self {
            // INVARIANT: 1. is clause 1.
            // SAFETY: clause 1.
            content: unsafe { rebrand::<F>(content) },
            poisoned: false,
            _at_any_brand: PhantomData,
        }
    }

    /// The content, at the lifetime it is stored with.
    ///
    /// # Panics
    ///
    /// If the capsule is poisoned; the content is dropped.
    #[inline]
    #[track_caller]
    pub(super) fn take(self) -> F::Of<'static> {
        assert!(!self.poisoned, "{Poisoned}");
        self.content
    }

    /// Opens the capsule: the closure works on the content, with a brand of its own, and the only token.
    ///
    /// ```
    /// use capsule::{Brand, Capsule, Cell, Rc, family};
    ///
    /// let mut capsule = Capsule::<family!(Vec<Rc<'b, Cell<'b, u32>>>)>::new(|b| {
    ///     let one = Rc::new(b, Cell::new(1));
    ///     vec![one.clone(), one]
    /// });
    /// let sum: u32 = capsule.with(|cells, token| {
    ///     *cells[0].borrow_mut(token) = 5;
    ///     cells.push(Rc::new(Brand::of(token), Cell::new(7)));
    ///     cells.iter().map(|cell| *cell.borrow(token)).sum()
    /// });
    /// assert_eq!(sum, 17);
    /// ```
    ///
    /// # Panics
    ///
    /// If the capsule is poisoned. If the closure panics, which poisons the capsule.
    #[inline]
    #[track_caller]
    pub fn with<R>(
        &mut self,
        f: impl for<'b, 'x> FnOnce(&'x mut F::Of<'b>, &'x mut GhostToken<'b>) -> R,
    ) -> R {
        assert!(!self.poisoned, "{Poisoned}");
        let Self {
            content, poisoned, ..
        } = self;
        let poisoned = Cell::from_mut(poisoned);
        GhostToken::new(|mut token| {
            // Until it is reset, whatever happens.
            poisoned.set(true);
            let content = lend_mut::<F>(content, &token);
            let result = f(content, &mut token);
            poisoned.set(false);
            result
        })
    }

    /// As [`with`](Self::with), but an error in place of a panic where the capsule is poisoned.
    ///
    /// ```
    /// use capsule::{Capsule, Plain, Poisoned};
    /// use std::panic::{AssertUnwindSafe, catch_unwind};
    ///
    /// let mut capsule = Capsule::<Plain<u32>>::new(|_| Plain(1));
    /// let panicked = catch_unwind(AssertUnwindSafe(|| capsule.with(|_, _| panic!("while it is open"))));
    /// assert!(panicked.is_err());
    /// assert_eq!(capsule.try_with(|content, _| content.0), Err(Poisoned));
    /// capsule.clear_poison();
    /// assert_eq!(capsule.try_with(|content, _| content.0), Ok(1));
    /// ```
    ///
    /// # Errors
    ///
    /// If the capsule is poisoned.
    ///
    /// # Panics
    ///
    /// If the closure does, which poisons the capsule.
    #[inline]
    pub fn try_with<R>(
        &mut self,
        f: impl for<'b, 'x> FnOnce(&'x mut F::Of<'b>, &'x mut GhostToken<'b>) -> R,
    ) -> Result<R, Poisoned> {
        if self.poisoned {
            return Err(Poisoned);
        }
        Ok(self.with(f))
    }

    /// Opens the capsule to be read.
    ///
    /// Cells can be borrowed, not changed. Openings like this one may be nested, and if the content is `Sync`, may
    /// be on several threads. A panic doesn't poison the capsule, as with the readers of a lock.
    ///
    /// ```
    /// use capsule::{Capsule, Cell, Rc, family};
    ///
    /// let capsule = Capsule::<family!(Rc<'b, Cell<'b, u32>>)>::new(|b| Rc::new(b, Cell::new(1)));
    /// assert_eq!(capsule.with_ref(|cell, token| *cell.borrow(token)), 1);
    /// ```
    ///
    /// # Panics
    ///
    /// If the capsule is poisoned. If the closure does.
    #[inline]
    #[track_caller]
    pub fn with_ref<R>(
        &self,
        f: impl for<'b, 'x> FnOnce(&'x F::Of<'b>, &'x GhostToken<'b>) -> R,
    ) -> R {
        assert!(!self.poisoned, "{Poisoned}");
        GhostToken::new(|token| f(lend::<F>(&self.content, &token), &token))
    }

    /// Whether a closure has panicked while the capsule was open.
    ///
    /// ```
    /// # use capsule::{Capsule, Plain};
    /// assert!(!Capsule::<Plain<u32>>::new(|_| Plain(1)).is_poisoned());
    /// ```
    #[inline]
    #[must_use]
    pub fn is_poisoned(&self) -> bool {
        self.poisoned
    }

    /// Lets a poisoned capsule be opened again. See [`try_with`](Self::try_with).
    #[inline]
    pub fn clear_poison(&mut self) {
        self.poisoned = false;
    }
}

/// Lends the content of a capsule, in the region of a new token.
#[inline]
fn lend_mut<'x, 'b, F: Family>(
    content: &'x mut F::Of<'static>,
    _: &GhostToken<'b>,
) -> &'x mut F::Of<'b> {
    // SAFETY: 1. All aliases are in the content, by the invariant of the capsule. Its other users wait until the
    // loan is over. By then, whatever has the brand `'b` is gone (it is that of a closure's call) or in the
    // content, so the invariant holds again.
    unsafe { rebrand_mut::<F>(content) }
}

/// Lends the content of a capsule to be read, in the region of a new token.
#[inline]
fn lend<'x, 'b, F: Family>(content: &'x F::Of<'static>, _: &GhostToken<'b>) -> &'x F::Of<'b> {
    // SAFETY: 1. As in `lend_mut`. There may be other loans meanwhile, with other brands, and also other tokens of
    // theirs. They are to be read: no cell can be changed by any of them, which is what two tokens of one
    // region must not be used for. Where they are on other threads, the content is `Sync`, so nothing can be
    // reached from it that mustn't be used from several threads.
    unsafe { rebrand_ref::<F>(content) }
}
