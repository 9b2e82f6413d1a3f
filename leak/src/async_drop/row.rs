//! Values that lie one behind the other.

use super::place::Doomed;
use core::marker::PhantomData;
use core::ptr::{self, NonNull};

/// Values in a row, of which the first ones are gone already. Dropping it drops the others, in
/// order.
///
/// # Invariants
///
/// 1. From `next` to `end` lie values such as a [`Doomed`] owns. If they have no size, it is as many
///    as there are bytes between the two, and they lie at `next`.
pub(crate) struct Row<'a, T: 'a, P> {
    next: NonNull<T>,
    end: *mut T,
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
        let values = values.into_raw();
        let next = values.cast::<T>();
        let end = if size_of::<T>() == 0 {
            next.as_ptr().wrapping_byte_add(values.len())
        } else {
            next.as_ptr().wrapping_add(values.len())
        };
        // INVARIANT: 1: those of `values`, which was taken apart.
        Self {
            next,
            end,
            memory: PhantomData,
            owns: PhantomData,
            pinning: PhantomData,
        }
    }

    /// Takes the next one out.
    #[inline]
    pub(crate) fn next(&mut self) -> Option<Doomed<'a, T, P>> {
        let value = self.next;
        if value.as_ptr() == self.end {
            return None;
        }
        // INVARIANT: 1: one less.
        if size_of::<T>() == 0 {
            self.end = self.end.wrapping_byte_sub(1);
        } else {
            // SAFETY: there is a value, so that behind it is in bounds, or the end of them.
            self.next = unsafe { value.add(1) };
        }
        // SAFETY: 1. to 3. and 5. Invariant 1, and this doesn't count it any more. 4. Callers keep it.
        Some(unsafe { Doomed::new(value) })
    }

    /// Drops all that are left.
    pub(crate) fn clear(&mut self) {
        // (Of values without a size there may be so many that the end lies before the start.)
        let bytes = self.end.addr().wrapping_sub(self.next.addr().get());
        let left = bytes / size_of::<T>().max(1);
        let rest = ptr::slice_from_raw_parts_mut(self.next.as_ptr(), left);
        // INVARIANT: 1: none is left. (One that panics doesn't stop the others from being dropped.)
        self.end = self.next.as_ptr();
        // SAFETY: they were live and ours (invariant 1), and aren't used again.
        unsafe { ptr::drop_in_place(rest) };
    }
}

impl<T, P> Drop for Row<'_, T, P> {
    fn drop(&mut self) {
        self.clear();
    }
}
