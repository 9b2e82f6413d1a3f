//! Values that are destroyed where they lie.

use core::fmt;
use core::marker::PhantomData;
use core::mem::ManuallyDrop;
#[cfg(feature = "derive")]
use core::pin::Pin;
use core::ptr::{self, NonNull};

/// Whether somebody may have seen the value in a place pinned.
pub trait Pinning: Send {
    /// If not, it may still be moved.
    const PINNED: bool;
}

/// Nobody has seen the value pinned: it may still be moved.
#[derive(Debug)]
pub struct Fresh;

/// The value's owner ran code of its own on it, and had it pinned.
#[derive(Debug)]
pub struct Pinned;

impl Pinning for Fresh {
    const PINNED: bool = false;
}

impl Pinning for Pinned {
    const PINNED: bool = true;
}

/// Owns a value that lies in memory of somebody else, where it is going to be destroyed. Dropping
/// it drops the value.
///
/// Not part of the interface: a `Doomed` is made and used by glue only, which doesn't forget it.
///
/// # Invariants
///
/// 1. `value` points to a live value, in memory that stays for `'a`.
/// 2. The value belongs to this: nobody else uses or drops it.
/// 3. If `P` is [`Fresh`], or `T` is `Unpin`, the value may be moved. Else it stays until it is
///    dropped.
/// 4. The value may go to another thread, together with the other parts of a whole that are left.
pub struct Doomed<'a, T: ?Sized + 'a, P = Fresh> {
    value: NonNull<T>,
    /// The memory is borrowed (refused: `fail/leak/async_drop_scope/held_is_returned`).
    memory: PhantomData<&'a mut ()>,
    /// Auto traits are those of an owner; no invariant depends on it.
    owns: PhantomData<T>,
    pinning: PhantomData<P>,
}

// SAFETY: it is the only access to the value (invariant 2), which may go (invariant 4). A part that
// isn't `Send` is never alone: it is in the same future as the others, to be dropped in its turn.
// (That the whole is `Send` is checked where it has an impl, and reported there, once.)
unsafe impl<T: ?Sized, P> Send for Doomed<'_, T, P> {}
// SAFETY: as above; a shared `Doomed` gives shared access at most.
unsafe impl<T: ?Sized + Sync, P> Sync for Doomed<'_, T, P> {}

impl<'a, T: ?Sized, P> Doomed<'a, T, P> {
    /// # Safety
    ///
    /// 1. `value` points to a live value, in memory that stays for `'a`.
    /// 2. From now on, nobody else uses or drops the value.
    /// 3. If `P` is [`Fresh`] and `T` isn't `Unpin`, nobody has seen the value pinned.
    /// 4. The caller doesn't forget what this returns, unless `T` is `Unpin`.
    /// 5. `T` is `Send`, or the value is part of one that is, and stays in one future with what is
    ///    left of that.
    #[must_use]
    #[inline]
    pub unsafe fn new(value: NonNull<T>) -> Self {
        // INVARIANT: 1 to 3 are the clauses of the same number, 4 is clause 5.
        Self {
            value,
            memory: PhantomData,
            owns: PhantomData,
            pinning: PhantomData,
        }
    }

    /// The value, which from now on counts as seen pinned.
    #[cfg(feature = "derive")]
    #[must_use]
    #[inline]
    pub(crate) fn pinned(self) -> Doomed<'a, T, Pinned> {
        let value = self.into_raw();
        // SAFETY: 1., 2. and 5. The invariants of `self`, which was taken apart. 3. `Pinned` isn't
        // `Fresh`. 4. What the maker of `self` promised.
        unsafe { Doomed::new(value) }
    }

    /// The value, pinned.
    ///
    /// # Safety
    ///
    /// 1. `self` isn't used, and in particular not dropped, before the last use of the reference.
    /// 2. If `P` is [`Fresh`], `T` is `Unpin`, or the value is not moved afterwards.
    #[cfg(feature = "derive")]
    #[inline]
    pub(crate) unsafe fn pin_mut(&mut self) -> Pin<&'a mut T> {
        // SAFETY: invariants 1 and 2: live for `'a`, and nobody else uses it before `self` does,
        // which is later by clause 1.
        let value = unsafe { self.value.as_mut() };
        // SAFETY: it stays where it is: by clause 2, or by invariant 3.
        unsafe { Pin::new_unchecked(value) }
    }

    /// The pointer; the value now belongs to whoever has it.
    #[inline]
    pub(crate) fn into_raw(self) -> NonNull<T> {
        ManuallyDrop::new(self).value
    }

    /// A reference to take the value apart with.
    ///
    /// # Safety
    ///
    /// 1. The fields that the caller makes a [`field`](Self::field) of are owned by those from then
    ///    on, and `self` goes to [`release`](Self::release).
    /// 2. The caller does nothing else with the reference. (Its lifetime is not that of the memory,
    ///    which `T` need not outlive.)
    #[must_use]
    #[inline]
    pub unsafe fn open<'o>(&mut self) -> &'o mut T {
        let mut value = self.value;
        // SAFETY: invariants 1 and 2; `self` isn't used again but for `field` and `release`, by
        // clause 1, and these don't touch the value.
        unsafe { value.as_mut() }
    }

    /// A part of the value, as a value to be destroyed on its own.
    ///
    /// # Safety
    ///
    /// 1. `field` is from the reference that [`open`](Self::open) of `self` gave, is no part of
    ///    another field that was made from it, and isn't packed.
    /// 2. The caller doesn't forget what this returns.
    #[must_use]
    #[inline]
    pub unsafe fn field<F: ?Sized>(&self, field: &mut F) -> Doomed<'a, F, P> {
        // SAFETY: 1. Part of a live value, by clause 1. 2. `self` will not use the value again (see
        // `open`), and no other field overlaps. 3. Who has not seen the whole pinned, has
        // not seen a part of it pinned. 4. Clause 2. 5. It is part of the whole.
        unsafe { Doomed::new(NonNull::from(field)) }
    }

    /// Gives up what was taken apart: its fields belong to others, or there are none.
    ///
    /// # Safety
    ///
    /// 1. Every field of the value that has a destructor went through [`field`](Self::field).
    #[inline]
    pub unsafe fn release(self) {
        let _ = self.into_raw();
    }
}

impl<T, P: Pinning> Doomed<'_, T, P> {
    /// The value, moved out. Doesn't compile if it may have been seen pinned.
    pub(crate) fn into_inner(self) -> T {
        const {
            assert!(
                !P::PINNED,
                "a field is destroyed by an `AsyncDestruct::async_destruct` that was written by hand and takes the \
                 field by value, but code of the owner had it pinned before, so it can't be moved. Derive \
                 `AsyncDrop` for the type of the field, make it `Unpin` (for a parameter: the bound `T: Unpin`), or \
                 put it into a `Box`"
            );
        }
        let value = self.into_raw();
        // SAFETY: the value is live and ours (invariants 1 and 2), and may be moved: `P` is
        // `Fresh`, as was asserted (invariant 3). `self` is taken apart, so it will not be
        // dropped again.
        unsafe { value.read() }
    }
}

impl<T, P> Doomed<'_, T, P> {
    /// The value, moved out.
    ///
    /// # Safety
    ///
    /// 1. `T` is `Unpin`, or a type that gives nobody a pinned reference into itself, so that
    ///    having been pinned means nothing to it.
    pub(crate) unsafe fn take(self) -> T {
        let value = self.into_raw();
        // SAFETY: the value is live and ours (invariants 1 and 2); that it may be moved is clause
        // 1. `self` is taken apart, so it will not be dropped again.
        unsafe { value.read() }
    }
}

impl<'a, T: Unpin, P> Doomed<'a, T, P> {
    /// It doesn't matter who has seen it pinned.
    #[must_use]
    #[inline]
    pub fn unpin(self) -> Doomed<'a, T, Fresh> {
        let value = self.into_raw();
        // SAFETY: 1., 2. and 5. The invariants of `self`, which was taken apart. 3. and 4. `T` is
        // `Unpin`.
        unsafe { Doomed::new(value) }
    }
}

impl<T: ?Sized, P> Drop for Doomed<'_, T, P> {
    fn drop(&mut self) {
        // SAFETY: the value is live and ours (invariants 1 and 2), and is not used again.
        unsafe { ptr::drop_in_place(self.value.as_ptr()) };
    }
}

impl<T: ?Sized, P> fmt::Debug for Doomed<'_, T, P> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_tuple("Doomed").field(&self.value).finish()
    }
}

/// A [`Doomed`] whose type doesn't say for how long its memory stays.
///
/// # Invariants
///
/// 1. `value` is what a [`Doomed`] owns, in memory that stays until this is gone.
pub(crate) struct Undated<T> {
    value: NonNull<T>,
    owns: PhantomData<T>,
}

// SAFETY: as for `Doomed`.
unsafe impl<T: Send> Send for Undated<T> {}
// SAFETY: as for `Doomed`.
unsafe impl<T: Sync> Sync for Undated<T> {}

impl<T> Undated<T> {
    /// # Safety
    ///
    /// 1. The memory stays until this is gone.
    /// 2. The caller doesn't forget this.
    #[cfg(feature = "alloc")]
    pub(crate) unsafe fn new(place: Doomed<'_, T>) -> Self {
        // INVARIANT: 1: it was taken apart; clause 1.
        Self {
            value: place.into_raw(),
            owns: PhantomData,
        }
    }

    /// # Safety
    ///
    /// 1. The memory stays for `'a`.
    /// 2. The caller doesn't forget what this returns.
    pub(crate) unsafe fn dated<'a>(self) -> Doomed<'a, T> {
        let value = ManuallyDrop::new(self).value;
        // SAFETY: 1. to 3. and 5. Invariant 1, and clause 1; `self` is taken apart. 4. Clause 2.
        unsafe { Doomed::new(value) }
    }
}

impl<T> Drop for Undated<T> {
    fn drop(&mut self) {
        // SAFETY: the value is live and ours (invariant 1), and is not used again.
        unsafe { ptr::drop_in_place(self.value.as_ptr()) };
    }
}
