//! A part that came from another struct.

use super::{Brand, Fields, Free, Mask, Part};
use core::fmt;

/// What [`Part::carry`] returns: fields that are now those of an `S`.
///
/// `StructPart::of` makes a part of it. That function is as visible as the least visible field of the
/// struct: filling private fields from elsewhere is for those who may write them. Until then nothing can
/// be done with it but to drop it, which drops the fields.
#[must_use = "dropping it drops the fields that are there"]
pub struct Carried<'a, S: Fields, M: Mask<S::List>, B: Brand = Free>(Part<'a, S, M, B>);

impl<'a, S: Fields, M: Mask<S::List>, B: Brand> Carried<'a, S, M, B> {
    pub(super) fn new(part: Part<'a, S, M, B>) -> Self {
        Self(part)
    }

    /// The part.
    ///
    /// # Safety
    ///
    /// 1. The caller may read and write all fields of `S`, by their visibility.
    #[doc(hidden)]
    #[inline]
    pub unsafe fn open(self) -> Part<'a, S, M, B> {
        self.0
    }
}

impl<S: Fields, M: Mask<S::List>, B: Brand> fmt::Debug for Carried<'_, S, M, B> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}
