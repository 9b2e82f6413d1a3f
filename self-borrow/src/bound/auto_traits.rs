//! Auto traits: what holds for the dependent at *every* lifetime.
//!
//! The lifetime that is written in the type of the field is a stand-in. A type can be `Send` for `'static` only, and the
//! dependent isn't borrowed for `'static`.
//!
//! None of the impls says that `F: 'x`, which is implied: where a pair lies in another one, the compiler would have to prove it for all
//! lifetimes of both, and can't.

use super::Bound;
use crate::{Family, Lend, Of, Seen};
use core::panic::{RefUnwindSafe, UnwindSafe};

// SAFETY: it is an owner and a dependent. What the dependent borrows and shares with the owner is `Send` as
// far as the dependent is.
unsafe impl<O, F> Send for Bound<'_, O, F>
where
    O: Send,
    F: Family + ?Sized,
    for<'a> Of<'a, F>: Send,
{
}

// SAFETY: a shared reference gives out a shared reference to the dependent, and what is seen of the owner, by value.
unsafe impl<O, F> Sync for Bound<'_, O, F>
where
    O: Lend + Sync,
    F: Family + ?Sized,
    for<'a> Of<'a, F>: Sync,
    for<'a> Seen<'a, O>: Send,
{
}

impl<O, F> Unpin for Bound<'_, O, F>
where
    F: Family + ?Sized,
    for<'a> Of<'a, F>: Unpin,
{
}

impl<O, F> UnwindSafe for Bound<'_, O, F>
where
    O: UnwindSafe,
    F: Family + ?Sized,
    for<'a> Of<'a, F>: UnwindSafe,
{
}

impl<O, F> RefUnwindSafe for Bound<'_, O, F>
where
    O: RefUnwindSafe,
    F: Family + ?Sized,
    for<'a> Of<'a, F>: RefUnwindSafe,
{
}

#[cfg(feature = "leak")]
// SAFETY: it is an owner and a dependent, and each may be forgotten.
unsafe impl<O, F> leak::Leak for Bound<'_, O, F>
where
    O: leak::Leak,
    F: Family + ?Sized,
    for<'a> Of<'a, F>: leak::Leak,
{
}
