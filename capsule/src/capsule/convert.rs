//! Taking the content out.

use ghost_cell::GhostToken;

use super::{Capsule, rebrand};
use crate::{Brand, Family};

impl<F: Family> Capsule<F> {
    /// Merges the region of this capsule into another, and gives out the content.
    ///
    /// It takes no time: the content isn't looked at, it only has another brand from now on. No second token
    /// comes with it; the cells in it are those of the region's token.
    ///
    /// ```
    /// use capsule::{Capsule, Cell, Rc, family};
    ///
    /// type Cells = family!(Vec<Rc<'b, Cell<'b, u32>>>);
    /// let parts = [1, 2].map(|n| Capsule::<Cells>::new(|b| vec![Rc::new(b, Cell::new(n)); 2]));
    /// let mut all = Capsule::<Cells>::new(|b| {
    ///     let mut all = Vec::new();
    ///     for part in parts {
    ///         all.extend(part.open_into(b));
    ///     }
    ///     all
    /// });
    /// let sum: u32 = all.with(|all, token| all.iter().map(|cell| *cell.borrow(token)).sum());
    /// assert_eq!(sum, 6);
    /// ```
    ///
    /// # Panics
    ///
    /// If the capsule is poisoned; the content is dropped.
    #[inline]
    #[track_caller]
    pub fn open_into(self, b: Brand<'_>) -> F::Of<'_> {
        let _ = b;
        // SAFETY: 1. All aliases are in the content, by invariant 1. From now on it is part of the region `'b`; what it may
        // come to share with others of that region is on this thread, since pointers of an open region don't leave
        // theirs. No loan of the content is alive, as `self` is owned.
        unsafe { rebrand::<F>(self.take()) }
    }

    /// Packs what the closure makes of the content.
    ///
    /// ```
    /// use capsule::{Capsule, Rc, family};
    ///
    /// let one = Capsule::<family!(Rc<'b, u32>)>::new(|b| Rc::new(b, 1));
    /// let two = one.map::<family!([Rc<'b, u32>; 2])>(|one, _token| [one.clone(), one]);
    /// assert_eq!(two.with_ref(|two, _| *two[0] + *two[1]), 2);
    /// ```
    ///
    /// # Panics
    ///
    /// If the capsule is poisoned, or the closure panics; the content is dropped.
    #[inline]
    #[track_caller]
    pub fn map<G: Family>(
        self,
        f: impl for<'b, 'x> FnOnce(F::Of<'b>, &'x mut GhostToken<'b>) -> G::Of<'b>,
    ) -> Capsule<G> {
        self.split(|content, token| (f(content, token), ())).0
    }

    /// As [`map`](Self::map), with a closure that may fail.
    ///
    /// ```
    /// use capsule::{Capsule, Rc, family};
    ///
    /// let texts = ["1", "x"].map(|text| Capsule::<family!(Rc<'b, str>)>::new(|b| Rc::from_str(b, text)));
    /// let numbers = texts.map(|text| {
    ///     text.try_map::<family!((u32, Rc<'b, str>)), _>(|text, _| Ok((text.parse()?, text)))
    /// });
    /// let [Ok(one), Err(error)] = numbers else { panic!() };
    /// assert_eq!(one.with_ref(|one, _| one.0), 1);
    /// # let _: std::num::ParseIntError = error;
    /// ```
    ///
    /// # Errors
    ///
    /// Those of the closure.
    ///
    /// # Panics
    ///
    /// If the capsule is poisoned, or the closure panics; the content is dropped.
    #[inline]
    #[track_caller]
    pub fn try_map<G: Family, E>(
        self,
        f: impl for<'b, 'x> FnOnce(F::Of<'b>, &'x mut GhostToken<'b>) -> Result<G::Of<'b>, E>,
    ) -> Result<Capsule<G>, E> {
        let content = self.take();
        GhostToken::new(|mut token| {
            // SAFETY: 1. As in `open_into`.
            let content = unsafe { rebrand_for::<F>(content, &token) };
            let content = f(content, &mut token)?;
            // SAFETY: 1. As in `build`; `E` has no `'b`.
            Ok(unsafe { Capsule::pack(content) })
        })
    }

    /// As [`map`](Self::map), with a closure that also takes out something without a brand.
    ///
    /// That may be another capsule. What can't be: two parts of one region, as they may share
    /// (ui test `capsule/split_in_two_regions`).
    ///
    /// ```
    /// use capsule::{Capsule, Plain, Rc, family};
    ///
    /// type Text = family!(Rc<'b, str>);
    /// type Pair = family!((Rc<'b, str>, Capsule<family!(Rc<'c, str>)>));
    /// let pair = Capsule::<Pair>::new(|b| {
    ///     (Rc::from_str(b, "outer"), Capsule::new(|b| Rc::from_str(b, "inner")))
    /// });
    /// let (outer, inner) = pair.split::<Text, _>(|(outer, inner), _| (outer, inner));
    /// assert_eq!(outer.with_ref(|text, _| text.to_string()), "outer");
    /// assert_eq!(inner.with_ref(|text, _| text.to_string()), "inner");
    /// ```
    ///
    /// # Panics
    ///
    /// If the capsule is poisoned, or the closure panics; the content is dropped.
    #[inline]
    #[track_caller]
    pub fn split<G: Family, R>(
        self,
        f: impl for<'b, 'x> FnOnce(F::Of<'b>, &'x mut GhostToken<'b>) -> (G::Of<'b>, R),
    ) -> (Capsule<G>, R) {
        let content = self.take();
        GhostToken::new(|mut token| {
            // SAFETY: 1. As in `open_into`.
            let content = unsafe { rebrand_for::<F>(content, &token) };
            let (content, rest) = f(content, &mut token);
            // SAFETY: 1. As in `build`; `R` has no `'b`.
            (unsafe { Capsule::pack(content) }, rest)
        })
    }

    /// The content, where it has no brand.
    ///
    /// ```
    /// use capsule::{Capsule, Plain, Rc, family};
    ///
    /// let list = Capsule::<family!(Vec<Rc<'b, u32>>)>::new(|b| vec![Rc::new(b, 1); 3]);
    /// let sum = list.map::<Plain<u32>>(|list, _| Plain(list.iter().map(|rc| **rc).sum()));
    /// assert_eq!(sum.into_inner().0, 3);
    /// ```
    ///
    /// # Panics
    ///
    /// If the capsule is poisoned; the content is dropped.
    #[inline]
    #[track_caller]
    pub fn into_inner<T>(self) -> T
    where
        F: for<'b> Family<Of<'b> = T>,
    {
        self.take()
    }
}

/// Changes the brand of a content to that of a token.
///
/// # Safety
///
/// 1. As for [`rebrand`].
#[inline]
unsafe fn rebrand_for<'b, F: Family>(content: F::Of<'static>, _: &GhostToken<'b>) -> F::Of<'b> {
    // SAFETY: clause 1.
    unsafe { rebrand::<F>(content) }
}
