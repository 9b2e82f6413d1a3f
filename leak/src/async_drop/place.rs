//! Values that are destroyed where they lie.

use core::cell::UnsafeCell;
use core::fmt;
use core::marker::PhantomData;
use core::mem::ManuallyDrop;
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
pub struct Doomed<'a, T: ?Sized, P = Fresh> {
    value: NonNull<T>,
    /// The memory is borrowed (refused: `fail/leak/async_drop_scope/held_is_returned`).
    memory: PhantomData<&'a mut ()>,
    /// Auto traits are those of an owner; no invariant depends on it.
    owns: PhantomData<T>,
    pinning: PhantomData<P>,
}

// SAFETY: it is the only access to the value (invariant 2), as a `Box` would be.
unsafe impl<T: ?Sized + Send, P> Send for Doomed<'_, T, P> {}
// SAFETY: as above; a shared `Doomed` gives shared access at most.
unsafe impl<T: ?Sized + Sync, P> Sync for Doomed<'_, T, P> {}

impl<'a, T: ?Sized, P> Doomed<'a, T, P> {
    /// # Safety
    ///
    /// 1. `value` points to a live value, in memory that stays for `'a`.
    /// 2. From now on, nobody else uses or drops the value.
    /// 3. If `P` is [`Fresh`] and `T` isn't `Unpin`, nobody has seen the value pinned.
    /// 4. The caller doesn't forget what this returns, unless `T` is `Unpin`.
    #[must_use]
    #[inline]
    pub unsafe fn new(value: NonNull<T>) -> Self {
        // INVARIANT: 1 to 3 are the clauses of the same number.
        Self {
            value,
            memory: PhantomData,
            owns: PhantomData,
            pinning: PhantomData,
        }
    }

    /// The value, pinned.
    ///
    /// # Safety
    ///
    /// 1. If `P` is [`Fresh`], the value is not moved afterwards: the caller goes on with
    ///    [`seen_field`](Self::seen_field), or only drops it.
    #[inline]
    pub unsafe fn pin_mut(&mut self) -> Pin<&mut T> {
        // SAFETY: invariants 1 and 2: live, and nobody else uses it while `self` is borrowed.
        let value = unsafe { self.value.as_mut() };
        // SAFETY: it stays where it is: by clause 1, or by invariant 3.
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
        // not seen a part of it pinned. 4. Clause 2.
        unsafe { Doomed::new(NonNull::from(field)) }
    }

    /// The same, where somebody has seen the value pinned.
    ///
    /// # Safety
    ///
    /// As for [`field`](Self::field).
    #[must_use]
    #[inline]
    pub unsafe fn seen_field<F: ?Sized>(&self, field: &mut F) -> Doomed<'a, F, Pinned> {
        // SAFETY: 1., 2. and 4. As for `field`. 3. `Pinned` isn't `Fresh`.
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
        // SAFETY: 1. and 2. The invariants of `self`, which was taken apart. 3. and 4. `T` is
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

/// A value and, once it was doomed, its memory.
///
/// # Invariants
///
/// 1. While `here`, the value is live and belongs to this. Else it belongs to the `Doomed` that
///    `doom` gave, or to who took it.
pub(crate) struct Slot<T> {
    /// In a cell, so that a shared reference to the slot, or to what it is part of, claims nothing
    /// about a value that its destructor is just changing.
    value: UnsafeCell<ManuallyDrop<T>>,
    here: bool,
}

// SAFETY: a shared slot gives shared access to the value at most. The cell is never written through.
unsafe impl<T: Sync> Sync for Slot<T> {}

impl<T> Slot<T> {
    pub(crate) fn new(value: T) -> Self {
        // INVARIANT: 1.
        Self {
            value: UnsafeCell::new(ManuallyDrop::new(value)),
            here: true,
        }
    }

    /// Whether the value wasn't doomed yet.
    pub(crate) fn is_here(&self) -> bool {
        self.here
    }

    /// The value, until it is doomed.
    #[cfg(feature = "alloc")]
    pub(crate) fn get(&self) -> Option<&T> {
        if !self.here {
            return None;
        }
        // SAFETY: it is live and ours (invariant 1), and only shared while `self` is.
        let value = unsafe { &*self.value.get() };
        Some(value)
    }

    /// The same, to be changed.
    #[cfg(feature = "alloc")]
    pub(crate) fn get_mut(&mut self) -> Option<&mut T> {
        self.here.then_some(&mut **self.value.get_mut())
    }

    /// Moves the value out.
    #[cfg(feature = "std")]
    pub(crate) fn take(&mut self) -> Option<T> {
        // INVARIANT: 1: whoever calls this gets it.
        core::mem::take(&mut self.here).then(|| {
            // SAFETY: it was here, so it is live and was ours (invariant 1), and isn't any more.
            unsafe { ManuallyDrop::take(self.value.get_mut()) }
        })
    }

    /// Gives the value away, to be destroyed in its place.
    ///
    /// # Safety
    ///
    /// 1. This is called once.
    /// 2. `self` isn't moved afterwards, and stays for `'a`.
    /// 3. What this returns is not forgotten.
    pub(crate) unsafe fn doom<'a>(&mut self) -> Doomed<'a, T> {
        // INVARIANT: 1: it goes to the `Doomed`.
        self.here = false;
        let value = NonNull::from(&mut **self.value.get_mut());
        // SAFETY: 1. Invariant 1 and clauses 1 and 2: it was here, and stays. 2. `self` doesn't
        // touch it any more. 3. It was put here by value, and shown to nobody pinned. 4. Clause 3.
        unsafe { Doomed::new(value) }
    }
}

impl<T> Drop for Slot<T> {
    fn drop(&mut self) {
        if self.here {
            // SAFETY: it is live and ours (invariant 1), and not used again.
            unsafe { ManuallyDrop::drop(self.value.get_mut()) };
        }
    }
}

/// Values in a row, of which the first ones are gone already. Dropping it drops the others, in
/// order.
///
/// # Invariants
///
/// 1. `values` points to values of which those from `gone` on are such as a [`Doomed`] owns.
pub(crate) struct Row<'a, T, P> {
    values: NonNull<[T]>,
    /// The only thing that changes: one word to write for each value.
    gone: usize,
    memory: PhantomData<&'a mut ()>,
    owns: PhantomData<T>,
    pinning: PhantomData<P>,
}

// SAFETY: as for `Doomed`.
unsafe impl<T: Send, P> Send for Row<'_, T, P> {}
// SAFETY: as for `Doomed`.
unsafe impl<T: Sync, P> Sync for Row<'_, T, P> {}

impl<'a, T, P> Row<'a, T, P> {
    pub(crate) fn new(values: Doomed<'a, [T], P>) -> Self {
        // INVARIANT: 1: those of `values`, which is taken apart.
        Self {
            values: values.into_raw(),
            gone: 0,
            memory: PhantomData,
            owns: PhantomData,
            pinning: PhantomData,
        }
    }

    /// Takes the next one out.
    #[inline]
    pub(crate) fn next(&mut self) -> Option<Doomed<'a, T, P>> {
        if self.gone == self.values.len() {
            return None;
        }
        // SAFETY: `gone` is less than the number of values, so it is in bounds.
        let value = unsafe { self.values.cast::<T>().add(self.gone) };
        self.gone += 1;
        // SAFETY: 1. to 3. Invariant 1, and this doesn't count it any more. 4. Callers keep it.
        Some(unsafe { Doomed::new(value) })
    }
}

impl<T, P> Drop for Row<'_, T, P> {
    fn drop(&mut self) {
        // SAFETY: `gone` is at most the number of values, so it is in bounds, or one behind.
        let first = unsafe { self.values.cast::<T>().add(self.gone) };
        let rest = NonNull::slice_from_raw_parts(first, self.values.len() - self.gone);
        // SAFETY: they are live and ours (invariant 1), and not used again.
        unsafe { ptr::drop_in_place(rest.as_ptr()) };
    }
}
