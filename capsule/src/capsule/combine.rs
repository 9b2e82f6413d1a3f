//! Several regions made one.

use super::Capsule;
use crate::Family;

impl<F: Family> Capsule<F> {
    /// Merges two regions, and packs both contents.
    ///
    /// For more than two, see [`collect`](Self::collect).
    ///
    /// ```
    /// use capsule::{Capsule, Plain, Rc, family};
    ///
    /// let text = Capsule::<family!(Rc<'b, str>)>::new(|b| Rc::from_str(b, "text"));
    /// let number = Capsule::<Plain<u32>>::new(|_| Plain(7));
    /// let mut both = text.zip(number);
    /// assert_eq!(both.with(|(text, number), _| format!("{text} {}", number.0)), "text 7");
    /// ```
    ///
    /// # Panics
    ///
    /// If one of the capsules is poisoned; both contents are dropped.
    #[inline]
    #[track_caller]
    #[must_use]
    pub fn zip<G: Family>(self, other: Capsule<G>) -> Capsule<(F, G)> {
        Capsule::new(|b| (self.open_into(b), other.open_into(b)))
    }

    /// Merges the regions of all capsules, and packs their contents in a vector.
    ///
    /// ```
    /// use capsule::{Capsule, Rc, family};
    ///
    /// let parts = ["a", "b"].map(|text| Capsule::<family!(Rc<'b, str>)>::new(|b| Rc::from_str(b, text)));
    /// let mut all = Capsule::collect(parts);
    /// assert_eq!(all.with(|all, _| all.concat()), "ab");
    /// ```
    ///
    /// # Panics
    ///
    /// If one of the capsules is poisoned, or the iterator panics.
    #[track_caller]
    pub fn collect(capsules: impl IntoIterator<Item = Self>) -> Capsule<alloc::vec::Vec<F>> {
        Capsule::new(|b| capsules.into_iter().map(|one| one.open_into(b)).collect())
    }
}
