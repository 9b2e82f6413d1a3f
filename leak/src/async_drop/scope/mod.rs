//! Scopes that unwind asynchronously.

mod entries;
mod held;
mod macro_;
mod policy;
mod run;

pub use held::Held;
pub use policy::{DropRest, HandOver, OnCancel, Unwinding};
pub use run::run;

use super::poll_destruct::poll_drop;
use super::traits::AsyncDestruct;
use core::fmt;
use core::future::Future;
use core::marker::PhantomData;
use entries::{Entries, Entry};
use std::sync::{Mutex, PoisonError};

/// A scope that [`async_scope!`](crate::async_scope) opens: it owns values, and destroys them
/// asynchronously when it ends, the newest first.
///
/// # Invariants
///
/// 1. An entry that the list holds is touched by its [`Held`], if there is one, or by the code that
///    ends the scope, which runs when no `Held` is used any more.
pub struct AsyncScope<'env, P = DropRest> {
    entries: Mutex<Entries<'env>>,
    /// There until the scope is dropped.
    policy: Option<P>,
    /// [`OnCancel::cancelled`] of `P`. The type itself has no such bound, because the compiler,
    /// when it looks into a future whether it is `Send`, knows no lifetimes and would have to
    /// prove the bound for any.
    cancelled: fn(P, Unwinding<'env>),
    /// What is owned outlives the scope, and the lifetime can't be changed: see
    /// `fail/leak/async_drop_scope/owned_borrows_from_the_body`.
    env: PhantomData<&'env mut &'env ()>,
}

// SAFETY: shared, it gives access to the list, which has a lock. The policy is touched by `drop`
// only.
unsafe impl<P: Send> Sync for AsyncScope<'_, P> {}

impl<'env, P> AsyncScope<'env, P> {
    /// For the expansion of the macro.
    #[doc(hidden)]
    #[must_use]
    pub fn __new(policy: P) -> Self
    where
        P: OnCancel<'env>,
    {
        Self {
            entries: Mutex::default(),
            policy: Some(policy),
            cancelled: P::cancelled,
            env: PhantomData,
        }
    }

    /// Gives a value to the scope, which destroys it at its end at the latest. One allocation.
    ///
    /// The handle derefs to the value. Dropping it does nothing; [`Held::destroy`] destroys the
    /// value now, [`Held::take`] takes it back.
    pub fn own<T: AsyncDestruct + 'env>(&self, value: T) -> Held<'_, 'env, T> {
        let (entry, slot) = Entry::new(poll_drop(value));
        // SAFETY: 1. The entry is pushed below, and only `Held` takes one out that isn't the newest
        // of an ended scope.
        // 2. It is the entry's slot.
        let held = unsafe { Held::new(&self.entries, entry.key(), slot) };
        self.lock().push(entry);
        held
    }

    /// Has a future run when the scope ends, in its turn. If the scope is dropped before, so is the
    /// future.
    ///
    /// ```
    /// use leak::async_scope;
    ///
    /// smol::block_on(async_scope!(s => {
    ///     s.defer(async { println!("second") });
    ///     println!("first");
    /// }));
    /// ```
    pub fn defer(&self, future: impl Future<Output = ()> + Send + 'env) {
        self.lock().push(Entry::deferred(future));
    }

    fn lock(&self) -> std::sync::MutexGuard<'_, Entries<'env>> {
        lock(&self.entries)
    }
}

/// Nothing of the user's runs under the lock, so a panic under it leaves nothing half done.
fn lock<T>(mutex: &Mutex<T>) -> std::sync::MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}

impl<P> Drop for AsyncScope<'_, P> {
    /// Cancelled: entries are left only then.
    fn drop(&mut self) {
        let rest = core::mem::take(&mut *self.lock());
        if let Some(policy) = self.policy.take()
            && !rest.is_empty()
        {
            (self.cancelled)(policy, Unwinding::new(rest));
        }
    }
}

impl<P> fmt::Debug for AsyncScope<'_, P> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("AsyncScope")
            .field("entries", &self.lock().len())
            .finish_non_exhaustive()
    }
}
