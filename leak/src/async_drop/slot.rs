//! Room for a value that may be looked at until it is destroyed there.

use super::place::Doomed;
use core::cell::UnsafeCell;
use core::mem::ManuallyDrop;
use core::ptr::NonNull;

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
    pub(crate) fn get(&self) -> Option<&T> {
        if !self.here {
            return None;
        }
        // SAFETY: it is live and ours (invariant 1), and only shared while `self` is.
        let value = unsafe { &*self.value.get() };
        Some(value)
    }

    /// The same, to be changed. Calling it claims the value, also if it was doomed: then nobody may, but for
    /// its destructor.
    pub(crate) fn get_mut(&mut self) -> Option<&mut T> {
        if self.here {
            Some(&mut **self.value.get_mut())
        } else {
            None
        }
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
    /// 4. `T` is `Send`.
    pub(crate) unsafe fn doom<'a>(&mut self) -> Doomed<'a, T> {
        // INVARIANT: 1: it goes to the `Doomed`.
        self.here = false;
        let value = NonNull::from(&mut **self.value.get_mut());
        // SAFETY: 1. Invariant 1 and clauses 1 and 2: it was here, and stays. 2. `self` doesn't
        // touch it any more. 3. It was put here by value, and shown to nobody pinned. 4. Clause 3.
        // 5. Clause 4.
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
