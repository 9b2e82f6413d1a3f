//! From one struct to another that shares fields with it.

use super::{Brand, Field, Fields, Mask, Part};
use core::fmt;

/// Fields that were carried to another struct, before they are that struct's.
///
/// `StructPart::of` of the other struct opens it.
///
/// # Examples
///
/// See [`Part`](crate::Part).
#[must_use = "dropping it drops the fields"]
pub struct Carried<'a, S: Fields, M: Mask<S::List>, B: Brand>(Part<'a, S, M, B>);

impl<'a, S: Fields, M: Mask<S::List>, B: Brand> Carried<'a, S, M, B> {
    #[inline]
    pub(super) fn new(part: Part<'a, S, M, B>) -> Self {
        Self(part)
    }

    /// The part of the other struct, for those who may set its fields.
    #[inline]
    pub fn open(self, _: S::Key) -> Part<'a, S, M, B> {
        self.0
    }
}

impl<S: Fields, M: Mask<S::List>, B: Brand> fmt::Debug for Carried<'_, S, M, B> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_tuple("Carried").field(&self.0).finish()
    }
}

/// Refuses to carry fields that are elsewhere in the other struct.
pub(super) const fn may_carry(present: u128, from: &[Field], to: &[Field], pinned: bool) {
    let mut i = 0;
    while i < from.len() {
        if present >> i & 1 == 1 {
            assert!(i < to.len(), "the other state has fewer fields");
            assert!(
                same(from[i].name(), to[i].name()),
                "a shared field has another name there"
            );
            assert!(
                from[i].offset() == to[i].offset(),
                "a shared field has another offset in the other state: are both `#[repr(C)]`, and \
                 are all fields before it the same?"
            );
            assert!(
                !pinned || from[i].is_pinned() == to[i].is_pinned(),
                "a shared field is pinned in one state and not in the other"
            );
        }
        i += 1;
    }
}

const fn same(a: &str, b: &str) -> bool {
    let (a, b) = (a.as_bytes(), b.as_bytes());
    let mut i = 0;
    while i < a.len() && i < b.len() && a[i] == b[i] {
        i += 1;
    }
    i == a.len() && i == b.len()
}
