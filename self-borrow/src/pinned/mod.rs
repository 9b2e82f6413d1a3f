//! Owners that lie in the struct itself: it is pinned, and needs no heap.

mod build;
#[cfg(feature = "own-ref")]
mod in_place;
mod lend;
mod macros;
mod project;

#[cfg(feature = "alloc")]
pub use build::pin_box;
#[cfg(feature = "own-ref")]
pub use build::pin_in;
#[cfg(feature = "own-ref")]
pub use in_place::{InPlace, LendOne};
pub use lend::{LendInline, LendInlineAt};
#[cfg(feature = "alloc")]
pub use project::into_owner;
pub use project::{MustNotImplDrop, NeverUnpin, PinnedStruct, project, project_mut};

use crate::bound::Borrowed;
use crate::{Family, Of};
use core::cell::UnsafeCell;
use core::fmt;
use core::marker::{PhantomData, PhantomPinned};
use core::mem::MaybeUninit;
use core::panic::{RefUnwindSafe, UnwindSafe};
use core::pin::Pin;
use lend::SeenInline;

/// An owner and what borrows from the owner itself, in one place: `bind 'a in (!'a String, &'a str)`.
///
/// Other than in a [`Bound`](crate::Bound), what is lent isn't behind a pointer. So this is built where it stays, and pinned.
#[repr(C)]
pub struct PinnedBound<'x, O, F>
where
    F: Family + ?Sized + 'x,
{
    /// # Invariants
    ///
    /// 1. As of `Bound`: `owner` holds a valid `O`, and `dependent` a valid `Of<'h, F>`, for a lifetime that nobody knows.
    /// 2. As of `Bound`: `'h` lasts as long as the dependent. The owner isn't moved, as this is pinned.
    /// 3. References to the owner exist that aren't derived from references to this. So the owner is in an
    ///    `UnsafeCell`, which `&Self` doesn't claim, and `Self: !Unpin`, so that `&mut Self` doesn't either.
    /// 4. By `repr(C)` the owner is at the same address as this, whatever `F` is: so a pair of `O` can become one of `O` and
    ///    something else, or an `O`, where the owner lies ([`InPlace`](crate::InPlace)). Nothing is lost by that: two fields take
    ///    the same room in either order. (They are dropped in the other one.)
    owner: UnsafeCell<MaybeUninit<O>>,
    /// In a cell, too: a future that was polled may point into itself, and a shared reference to the pair would claim
    /// that nobody writes there.
    dependent: UnsafeCell<MaybeUninit<Of<'x, F>>>,
    /// Takes all auto traits away, for good `Unpin` (`ui/fail/self-borrow/pinned/moved`).
    _no_auto: PhantomData<(*const UnsafeCell<()>, PhantomPinned)>,
    /// Invariant in `O`: nothing has been proved of it.
    _invariant: PhantomData<fn(O) -> O>,
    _pinned: PhantomPinned,
}

impl<'x, O, F> PinnedBound<'x, O, F>
where
    O: LendInline + 'x,
    F: Family + ?Sized + 'x,
{
    /// Calls the closure with the dependent, and what may be seen of the owner beside it. With a proof.
    #[inline]
    pub fn with_within<'s, R>(
        &'s self,
        f: impl for<'a> FnOnce(&'s Of<'a, F>, SeenInline<'a, O>, Borrowed<'s, 'a, 'x>) -> R,
    ) -> R {
        // SAFETY: 1. valid by invariant 1; the closure can't keep it beyond `'h`, which it doesn't know.
        let seen = unsafe { O::see(self.owner.get().cast::<O>()) };
        // SAFETY: from a reference, and nobody writes to the dependent as long as this is shared.
        let dependent = unsafe { &*self.dependent.get() };
        // SAFETY: valid by invariant 1.
        let dependent = unsafe { dependent.assume_init_ref() };
        f(dependent, seen, PhantomData)
    }

    /// Calls the closure with the dependent, to change it, and what may be seen of the owner beside it.
    #[inline]
    pub fn with_mut_within<'s, R>(
        self: Pin<&'s mut Self>,
        f: impl for<'a> FnOnce(&'s mut Of<'a, F>, SeenInline<'a, O>, Borrowed<'s, 'a, 'x>) -> R,
    ) -> R {
        // SAFETY: nothing is moved out of it: only the dependent is given out, which isn't pinned.
        let this = unsafe { self.get_unchecked_mut() };
        // SAFETY: 1. valid by invariant 1; the closure can't keep it beyond `'h`, which it doesn't know.
        let seen = unsafe { O::see(this.owner.get().cast::<O>()) };
        // SAFETY: valid by invariant 1.
        // INVARIANT: 1: the closure works for every lifetime, so what it leaves there is an `Of<'h, F>`.
        let dependent = unsafe { this.dependent.get_mut().assume_init_mut() };
        f(dependent, seen, PhantomData)
    }
}

/// Drops the owner, at the end of a scope.
struct DropOwner<O>(*mut O);

impl<O> Drop for DropOwner<O> {
    fn drop(&mut self) {
        // SAFETY: valid by invariant 1 of `PinnedBound`, and not used again: who makes one sees to that.
        unsafe { self.0.drop_in_place() }
    }
}

impl<'x, O, F> Drop for PinnedBound<'x, O, F>
where
    F: Family + ?Sized + 'x,
{
    fn drop(&mut self) {
        let _owner = DropOwner(self.owner.get().cast::<O>());
        // SAFETY: valid by invariant 1, and not used again.
        unsafe { self.dependent.get_mut().assume_init_drop() }
    }
}

// SAFETY: it is an owner and a dependent, and is `Send` as far as both are, at every lifetime.
unsafe impl<O, F> Send for PinnedBound<'_, O, F>
where
    O: Send,
    F: Family + ?Sized,
    for<'a> Of<'a, F>: Send,
{
}

// SAFETY: a shared reference gives out a shared reference to the dependent, and what is seen of the owner, by value.
unsafe impl<O, F> Sync for PinnedBound<'_, O, F>
where
    O: LendInline + Sync,
    F: Family + ?Sized,
    for<'a> Of<'a, F>: Sync,
    for<'a> SeenInline<'a, O>: Send,
{
}

impl<O, F> UnwindSafe for PinnedBound<'_, O, F>
where
    O: UnwindSafe,
    F: Family + ?Sized,
    for<'a> Of<'a, F>: UnwindSafe,
{
}

impl<O, F> RefUnwindSafe for PinnedBound<'_, O, F>
where
    O: RefUnwindSafe,
    F: Family + ?Sized,
    for<'a> Of<'a, F>: RefUnwindSafe,
{
}

#[cfg(feature = "leak")]
// SAFETY: it is an owner and a dependent, and each may be forgotten.
unsafe impl<O, F> leak::Leak for PinnedBound<'_, O, F>
where
    O: leak::Leak,
    F: Family + ?Sized,
    for<'a> Of<'a, F>: leak::Leak,
{
}

impl<O, F> fmt::Debug for PinnedBound<'_, O, F>
where
    F: Family + ?Sized,
{
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("PinnedBound").finish_non_exhaustive()
    }
}
