//! The handle that doesn't keep a value.

use super::rc::{Rc, Shared};
use super::store::Store;
use crate::Leak;
use core::cell::Cell;
use core::fmt;
use core::ptr::NonNull;

/// A handle of an [`Rc`] that doesn't keep the value from being destroyed.
///
/// In an arena a cycle of [`Rc`]s is no leak, so a `Weak` isn't needed against that. It
/// says that a value which isn't used any more may be destroyed early.
///
/// # Examples
///
/// ```
/// leak::arena::scope(|arena| {
///     let value = arena.rc(String::from("value"));
///     let weak = value.downgrade();
///     assert_eq!(weak.upgrade().map(|value| value.with(|value| value.len())), Some(5));
///     drop(value);
///     assert!(weak.upgrade().is_none());
/// });
/// ```
pub struct Weak<'a, T> {
    /// Invariant 1 of [`Shared`] holds for it.
    pub(super) node: NonNull<Shared<T>>,
    pub(super) store: &'a Store,
}

impl<'a, T> Weak<'a, T> {
    pub(super) fn count(&self) -> &Cell<usize> {
        // SAFETY: invariant 1 of `Shared`: the memory is there for `'a`, and counts are in a `Cell`.
        unsafe { &(*self.node.as_ptr()).meta }
    }

    /// A handle that keeps the value, unless it is destroyed or not made yet.
    ///
    /// # Examples
    ///
    /// See [`Weak`].
    #[must_use]
    pub fn upgrade(&self) -> Option<Rc<'a, T>> {
        let count = self.count();
        if count.get() == 0 {
            return None;
        }
        // INVARIANT: 2 of `Shared`: one more.
        count.set(count.get().saturating_add(1));
        Some(Rc {
            node: self.node,
            store: self.store,
        })
    }

    /// The number of handles that keep the value; 0 if it is destroyed.
    ///
    /// # Examples
    ///
    /// ```
    /// leak::arena::scope(|arena| {
    ///     let value = arena.rc(1);
    ///     assert_eq!(value.downgrade().strong_count(), 1);
    /// });
    /// ```
    #[must_use]
    pub fn strong_count(&self) -> usize {
        self.count().get()
    }

    /// Whether both are handles to one value.
    ///
    /// # Examples
    ///
    /// ```
    /// leak::arena::scope(|arena| {
    ///     let value = arena.rc(1);
    ///     assert!(value.downgrade().ptr_eq(&value.downgrade()));
    /// });
    /// ```
    #[must_use]
    pub fn ptr_eq(&self, other: &Self) -> bool {
        self.node == other.node
    }
}

impl<T> Clone for Weak<'_, T> {
    fn clone(&self) -> Self {
        Self {
            node: self.node,
            store: self.store,
        }
    }
}

impl<T> fmt::Debug for Weak<'_, T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("(Weak)")
    }
}

// SAFETY: 1. and 2. It owns nothing, and its destructor does nothing.
unsafe impl<T> Leak for Weak<'_, T> {}
