//! From a pinned struct to the pair in it.

use core::pin::Pin;

/// A struct that `bind!` or `#[self_borrow]` declared, with an owner inline.
///
/// # Safety
///
/// 1. `Self` is `repr(transparent)` around `B`, the pair: a `PinnedBound`. (A parameter, as an associated type may not be
///    more private than `Self`.)
/// 2. `Self` is never `Unpin`, and has no `Drop` implementation.
#[diagnostic::on_unimplemented(
    message = "`{Self}` doesn't lend this owner from within itself",
    label = "not a struct with this owner inline, lent in this way",
    note = "the structs before and after have the same owner: `!'a T` or `!'a mut T` with the same `T`, and the same lifetimes of the \
            struct"
)]
pub unsafe trait PinnedStruct<B>: Sized {}

/// The pair in the struct.
#[inline]
pub fn project<B, W: PinnedStruct<B>>(this: &W) -> &B {
    let bound = (&raw const *this).cast::<B>();
    // SAFETY: from a reference, to a type with the same layout, by clause 1 of `PinnedStruct`.
    unsafe { &*bound }
}

/// The pair in the pinned struct.
#[inline]
#[must_use]
pub fn project_mut<B, W: PinnedStruct<B>>(this: Pin<&mut W>) -> Pin<&mut B> {
    // SAFETY: nothing is moved; it is pinned again.
    let this: *mut W = unsafe { this.get_unchecked_mut() };
    let bound = this.cast::<B>();
    // SAFETY: from a reference, to a type with the same layout, by clause 1 of `PinnedStruct`.
    let bound = unsafe { &mut *bound };
    // SAFETY: structurally pinned, by clause 2 of `PinnedStruct`: who has a pinned `W` can't get at it otherwise.
    unsafe { Pin::new_unchecked(bound) }
}

/// Drops the dependent, and gives the owner back.
///
/// # Panics
///
/// If the destructor of the dependent does. The owner is dropped then.
#[cfg(feature = "alloc")]
#[must_use]
pub fn into_owner<'x, W, O, F>(this: Pin<alloc::boxed::Box<W>>) -> O
where
    W: PinnedStruct<super::PinnedBound<'x, O, F>>,
    F: crate::Family + ?Sized + 'x,
{
    use alloc::boxed::Box;
    use core::mem::{self, MaybeUninit};

    /// Frees the memory, in the end.
    struct Memory<W>(*mut MaybeUninit<W>);

    impl<W> Drop for Memory<W> {
        fn drop(&mut self) {
            // SAFETY: from `Box::into_raw`, and not used again. Of its content, nothing is left.
            drop(unsafe { Box::from_raw(self.0) });
        }
    }

    // SAFETY: what is pinned isn't moved: the dependent is dropped in place, and then the owner isn't lent any more.
    let raw = Box::into_raw(unsafe { Pin::into_inner_unchecked(this) });
    let _memory = Memory(raw.cast::<MaybeUninit<W>>());
    let bound = raw.cast::<super::PinnedBound<'x, O, F>>();
    // SAFETY: in bounds; `W` has the layout of the pair.
    let owner = unsafe { &raw mut (*bound).owner }.cast::<O>();
    // SAFETY: in bounds, as above.
    let dependent = unsafe { &raw mut (*bound).dependent };
    let guard = super::DropOwner(owner);
    // SAFETY: as above; a `MaybeUninit` claims nothing of what is in it.
    let dependent = unsafe { &mut *dependent };
    // SAFETY: valid by invariant 1 of `PinnedBound`, and not used again.
    unsafe { dependent.get_mut().assume_init_drop() };
    #[expect(
        clippy::mem_forget,
        reason = "a pointer; what it points to has another owner now"
    )]
    mem::forget(guard);
    // SAFETY: valid by invariant 1 of `PinnedBound`, and not used again.
    unsafe { owner.read() }
}

/// Implemented by no type: the bound of a `Unpin` implementation that is there so that nobody writes another one.
#[derive(Debug)]
pub struct NeverUnpin<'a>(
    core::marker::PhantomPinned,
    core::marker::PhantomData<&'a ()>,
);

/// Implemented for all types that have a `Drop` implementation.
pub trait MustNotImplDrop {}

#[expect(drop_bounds, reason = "that is the question")]
impl<T: ?Sized + Drop> MustNotImplDrop for T {}
