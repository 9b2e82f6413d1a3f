//! Handles of what a scope owns.

use super::entries::{Entries, Key};
use super::lock;
use crate::async_drop::slot::Slot;
use core::fmt;
use core::future::{Future, poll_fn};
use core::marker::PhantomData;
use core::ops::{Deref, DerefMut};
use core::ptr::NonNull;
use core::task::ready;
use std::sync::Mutex;

const IN_ITS_SLOT: &str = "the value of a handle is in its slot";

/// The handle of a value that an [`AsyncScope`](super::AsyncScope) owns.
///
/// Derefs to the value. Dropping or forgetting it does nothing: the scope destroys the value.
///
/// # Invariants
///
/// 1. The entry `key` is in `entries`, and nobody touches it while this is used.
/// 2. `slot` is the entry's, and the value is in it.
pub struct Held<'s, 'env, T> {
    entries: &'s Mutex<Entries<'env>>,
    key: Key<'env>,
    slot: NonNull<Slot<T>>,
    /// It gives `&mut T`.
    value: PhantomData<&'s mut T>,
}

// SAFETY: it is the only access to the value, as a `&mut T` would be; the list has a lock.
unsafe impl<T: Send> Send for Held<'_, '_, T> {}
// SAFETY: shared, it gives shared access to the value.
unsafe impl<T: Sync> Sync for Held<'_, '_, T> {}

impl<'s, 'env, T> Held<'s, 'env, T> {
    /// # Safety
    ///
    /// 1. The entry is or will be in `entries`, and stays until this takes it out, or `'s` has
    ///    ended.
    /// 2. `slot` is the entry's, with the value in it.
    pub(crate) unsafe fn new(
        entries: &'s Mutex<Entries<'env>>,
        key: Key<'env>,
        slot: NonNull<Slot<T>>,
    ) -> Self {
        // INVARIANT: 1. and 2. The clauses.
        Self {
            entries,
            key,
            slot,
            value: PhantomData,
        }
    }

    /// Destroys the value now, asynchronously.
    ///
    /// If the future is dropped midway, the scope goes on with it when it ends.
    ///
    /// ```
    /// use leak::async_scope;
    ///
    /// smol::block_on(async_scope!(s => {
    ///     let first = s.own(vec![1, 2, 3]);
    ///     let second = s.own(vec![4]);
    ///     first.destroy().await;
    ///     assert_eq!(*second, [4]);
    /// }));
    /// ```
    pub fn destroy(self) -> impl Future<Output = ()> + Send + use<'s, 'env, T>
    where
        T: Send,
    {
        let Self { entries, key, .. } = self;
        let mut done = false;
        poll_fn(move |cx| {
            if !done {
                // SAFETY: 1. and 2. Invariant 1: it is in the list until it is removed below, and
                // `self` is gone.
                ready!(unsafe { key.poll(cx) });
                done = true;
                let entry = lock(entries).remove(key);
                // Not under the lock.
                drop(entry);
            }
            core::task::Poll::Ready(())
        })
    }

    /// Takes the value out of the scope. What happens to it is then your business.
    ///
    /// ```
    /// use leak::async_scope;
    ///
    /// let kept = smol::block_on(async_scope!(s => s.own(String::from("any")).take()));
    /// assert_eq!(kept, "any");
    /// ```
    #[must_use = "the scope won't destroy it"]
    pub fn take(self) -> T {
        let mut slot = self.slot;
        // SAFETY: live and ours (invariants 1 and 2).
        let slot = unsafe { slot.as_mut() };
        let value = slot.take().unwrap_or_else(|| unreachable!("{IN_ITS_SLOT}"));
        let entry = lock(self.entries).remove(self.key);
        drop(entry);
        value
    }
}

impl<T> Deref for Held<'_, '_, T> {
    type Target = T;

    fn deref(&self) -> &T {
        // SAFETY: live and ours (invariants 1 and 2).
        let slot = unsafe { self.slot.as_ref() };
        slot.get().expect(IN_ITS_SLOT)
    }
}

impl<T> DerefMut for Held<'_, '_, T> {
    fn deref_mut(&mut self) -> &mut T {
        // SAFETY: live and ours (invariants 1 and 2).
        let slot = unsafe { self.slot.as_mut() };
        slot.get_mut().expect(IN_ITS_SLOT)
    }
}

impl<T: fmt::Debug> fmt::Debug for Held<'_, '_, T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_tuple("Held").field(&**self).finish()
    }
}
