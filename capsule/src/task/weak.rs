//! The weak pointer.

use core::fmt;
use core::marker::PhantomData;
use core::ptr::{self, NonNull};

use super::shared::{self, Header, Mode, Shared, WEAK};
use super::{Rc, heap};

/// A pointer that doesn't keep its value alive; see [`Rc`].
///
/// # Invariants
///
/// 1. `shared`, if any, counts this pointer as a weak one.
pub struct Weak<T: Send + 'static> {
    shared: Option<NonNull<Shared<T>>>,
    _owns: PhantomData<Shared<T>>,
}

// SAFETY: As for `Rc`, which is what it can become.
unsafe impl<T: Send + 'static> Send for Weak<T> {}

// SAFETY: As for `Rc`.
unsafe impl<T: Send + 'static> Sync for Weak<T> {}

impl<T: Send + 'static> Weak<T> {
    /// A pointer to nothing.
    #[must_use]
    pub const fn new() -> Self {
        Self {
            shared: None,
            _owns: PhantomData,
        }
    }

    /// # Invariants
    ///
    /// That `shared` counts it is for the caller.
    pub(super) fn wrap(shared: NonNull<Shared<T>>) -> Self {
        Self {
            shared: Some(shared),
            _owns: PhantomData,
        }
    }

    #[inline]
    fn header(&self) -> Option<&Header> {
        // SAFETY: it is alive, by invariant 1; the value may be gone.
        self.shared.map(|shared| unsafe { Shared::header(shared) })
    }

    /// A pointer that keeps the value alive, if it still is.
    ///
    /// # Panics
    ///
    /// If the task isn't running on this thread, or this would be the 2³¹st pointer.
    #[must_use]
    #[track_caller]
    pub fn upgrade(&self) -> Option<Rc<T>> {
        let header = self.header()?;
        if header.counts().0 == 0 {
            return None;
        }
        header.count_strong();
        // INVARIANT: it was counted.
        self.shared.map(Rc::wrap)
    }

    /// Whether both point to the same value, or both to none.
    #[must_use]
    pub fn ptr_eq(&self, other: &Self) -> bool {
        match (self.shared, other.shared) {
            (Some(one), Some(other)) => ptr::addr_eq(one.as_ptr(), other.as_ptr()),
            (None, None) => true,
            _ => false,
        }
    }
}

impl<T: Send + 'static> Clone for Weak<T> {
    /// # Panics
    ///
    /// If the task isn't running on this thread, or this would be the 2³¹st weak pointer.
    #[track_caller]
    fn clone(&self) -> Self {
        if let Some(header) = self.header() {
            header.count_weak();
        }
        // INVARIANT: 1. It was counted.
        Self {
            shared: self.shared,
            _owns: PhantomData,
        }
    }
}

impl<T: Send + 'static> Drop for Weak<T> {
    fn drop(&mut self) {
        let (Some(header), Some(shared)) = (self.header(), self.shared) else {
            return;
        };
        if header.is_here() {
            // SAFETY: 1. The owner is running here. 2. This pointer was counted and isn't used again.
            unsafe { shared::release(shared, 0, 1, Mode::Owned) };
        } else {
            // SAFETY: 1. It is alive, and this pointer isn't used again. 2. It isn't, that was checked.
            unsafe { heap::defer(Shared::node(shared), WEAK) };
        }
    }
}

impl<T: Send + 'static> Default for Weak<T> {
    fn default() -> Self {
        Self::new()
    }
}

impl<T: Send + 'static> fmt::Debug for Weak<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("(Weak)")
    }
}
