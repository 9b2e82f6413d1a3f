//! `std::sync`, with `T: Leak` where something may be forgotten.
//!
//! [`Arc`] and the channels of `mpsc` can own themselves, so they have the bound. A lock can't: it
//! destroys its value when it is destroyed itself. What needs no bound is re-exported as it is.

#[cfg(target_has_atomic = "ptr")]
mod arc;
#[cfg(feature = "std")]
pub mod mpsc;

pub use core::sync::atomic;
#[cfg(feature = "std")]
pub use std::sync::{
    Barrier, BarrierWaitResult, Condvar, LazyLock, LockResult, Mutex, MutexGuard, Once, OnceLock,
    OnceState, PoisonError, RwLock, RwLockReadGuard, RwLockWriteGuard, TryLockError, TryLockResult,
    WaitTimeoutResult,
};

#[cfg(target_has_atomic = "ptr")]
pub use arc::{Arc, Weak};

#[cfg(target_has_atomic = "ptr")]
pub use crate::shared::MakeMut;
