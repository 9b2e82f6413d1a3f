//! Building where it stays.

use super::lend::LentInline;
use super::{DropOwner, LendInline, PinnedBound, PinnedStruct};
use crate::bound::Within;
use crate::{Family, Of, Step2};
#[cfg(feature = "alloc")]
use alloc::boxed::Box;
use core::cell::UnsafeCell;
use core::marker::PhantomData;
use core::mem::{self, MaybeUninit};
use core::pin::Pin;

/// Builds a `PinnedBound` in `memory`.
///
/// If it returns `Ok`, there is a valid one, which must be pinned from then on.
///
/// # Safety
///
/// 1. `memory` is valid for writes, aligned, and nobody else uses it until this returns.
unsafe fn build<'x, O, F, E>(
    memory: *mut PinnedBound<'x, O, F>,
    owner: O,
    f: impl for<'a> Step2<LentInline<'a, O>, Within<'a, 'x>, Result<Of<'a, F>, E>>,
) -> Result<(), (E, O)>
where
    O: LendInline + 'x,
    F: Family + ?Sized + 'x,
{
    // SAFETY: clause 1. The markers have no bytes, and the cell has none of its own.
    let place = unsafe { &raw mut (*memory).owner }.cast::<O>();
    // SAFETY: clause 1.
    unsafe { place.write(owner) };
    let guard = DropOwner(place);
    // SAFETY: 1. the owner has just been written. The closure works for every lifetime, so it can keep what is lent in its
    // result only. That is gone before the owner is: by the invariants of `PinnedBound`, or with the closure.
    let lent = unsafe { O::lend(place) };
    let built = f(lent, PhantomData);
    #[expect(
        clippy::mem_forget,
        reason = "a pointer; what it points to has another owner now"
    )]
    mem::forget(guard);
    match built {
        Ok(dependent) => {
            // SAFETY: clause 1.
            let place = unsafe { &raw mut (*memory).dependent };
            // SAFETY: clause 1.
            // INVARIANT: 1. made by the closure from what was lent. 2. not moved from here on, by the caller.
            unsafe { place.write(UnsafeCell::new(MaybeUninit::new(dependent))) };
            Ok(())
        }
        // SAFETY: valid, and nothing borrows from it any more.
        Err(error) => Err((error, unsafe { place.read() })),
    }
}

/// Builds the struct in a new box.
///
/// # Errors
///
/// The error of the closure, and the owner.
#[cfg(feature = "alloc")]
pub fn pin_box<'x, W, O, F, E>(
    owner: O,
    f: impl for<'a> Step2<LentInline<'a, O>, Within<'a, 'x>, Result<Of<'a, F>, E>>,
) -> Result<Pin<Box<W>>, (E, O)>
where
    W: PinnedStruct<PinnedBound<'x, O, F>>,
    O: LendInline + 'x,
    F: Family + ?Sized + 'x,
{
    /// Frees the memory if building fails.
    struct Memory<W>(*mut MaybeUninit<W>);

    impl<W> Drop for Memory<W> {
        fn drop(&mut self) {
            // SAFETY: from `Box::into_raw`, and not used again.
            drop(unsafe { Box::from_raw(self.0) });
        }
    }

    // While the owner is lent, there is no `Box` that would claim its memory.
    let memory = Memory(Box::into_raw(Box::<W>::new_uninit()));
    let here = memory.0.cast::<PinnedBound<'x, O, F>>();
    // SAFETY: 1. just allocated, for a `W`, which has the layout of the pair.
    unsafe { build(here, owner, f) }?;
    let built = memory.0.cast::<W>();
    #[expect(
        clippy::mem_forget,
        reason = "a pointer; what it points to has another owner now"
    )]
    mem::forget(memory);
    // SAFETY: from `Box::into_raw`; by `build` there is a valid pair, and so is a `W`, by `PinnedStruct`.
    let built = unsafe { Box::from_raw(built) };
    Ok(Box::into_pin(built))
}

/// Builds the struct in a slot.
///
/// # Errors
///
/// The error of the closure, and the owner.
#[cfg(feature = "own-ref")]
pub fn pin_in<'s, 'x, W, O, F, E>(
    slot: Pin<&'s mut own_ref::PinSlot<W>>,
    owner: O,
    f: impl for<'a> Step2<LentInline<'a, O>, Within<'a, 'x>, Result<Of<'a, F>, E>>,
) -> Result<Pin<own_ref::Tracked<'s, W>>, (E, O)>
where
    W: PinnedStruct<PinnedBound<'x, O, F>>,
    O: LendInline + 'x,
    F: Family + ?Sized + 'x,
{
    slot.init(own_ref::init::from_fn(|hole: own_ref::Hole<'_, W>| {
        let memory = hole.into_raw();
        // SAFETY: 1. the hole's, and nobody else's; a `W` has the layout of the pair.
        unsafe { build(memory.cast::<PinnedBound<'x, O, F>>(), owner, f) }?;
        // SAFETY: 1. by `build` there is a valid pair, and so is a `W`, by `PinnedStruct`; it was the hole's memory.
        // It is pinned from here on: the slot takes it over, and gives it out in a `Pin` only.
        Ok(unsafe { own_ref::Own::from_raw(memory) })
    }))
}
