//! Owners that others vouch for.

use crate::{CloneOwner, Owner, OwnerAt};
use stable_deref_trait::{CloneStableDeref, StableDeref};

/// An owner that is [`StableDeref`]: a memory map, an arena's string, or any type of another crate that says so.
///
/// For shared lends only: `StableDeref` says nothing of who else may have a unique reference.
///
/// # Examples
///
/// ```
/// use self_borrow::{RefOf, Stable, self_borrow};
/// use std::sync::Arc;
///
/// #[self_borrow]
/// struct Line {
///     #[lend('text)]
///     text: Stable<Arc<str>>,
///     first: &'text str,
/// }
///
/// let line = Line::new(Stable("a b".into()), |text| text.split(' ').next().unwrap_or(text));
/// assert_eq!(*line.first(), "a");
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Stable<O>(pub O);

#[cfg(feature = "leak")]
// SAFETY: it is the owner.
unsafe impl<O: leak::Leak> leak::Leak for Stable<O> {}

impl<'a, O: StableDeref> OwnerAt<'a> for Stable<O> {
    type Ref = &'a O::Target;
}

// SAFETY: 1., 2. `StableDeref` promises that the result of `deref` stays valid when the owner is moved, until it
// is changed by a unique reference or destroyed.
unsafe impl<O: StableDeref> Owner for Stable<O> {
    #[inline]
    unsafe fn get<'a>(this: *const Self) -> &'a O::Target
    where
        Self: 'a,
    {
        // SAFETY: clause 1 of the caller: valid, and shared.
        let Self(owner) = unsafe { &*this };
        owner
    }
}

// SAFETY: 1. `CloneStableDeref` promises that the clone derefs to the same address, and keeps it alive.
unsafe impl<O: CloneStableDeref> CloneOwner for Stable<O> {}
