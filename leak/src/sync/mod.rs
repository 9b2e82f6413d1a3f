//! `std::sync`, with `T: Leak` where something may be forgotten.
//!
//! [`Arc`] and the channels of `mpsc` can own themselves, so they have the bound. A lock can't: it
//! destroys its value when it is destroyed itself. What needs no bound is re-exported as it is.
//!
//! ```
//! # #[cfg(feature = "std")] {
//! use leak::sync::{Arc, Mutex};
//!
//! let count = Arc::new(Mutex::new(0));
//! let clone = count.clone();
//! std::thread::scope(|s| {
//!     s.spawn(move || clone.lock().map(|mut n| *n += 1).is_ok());
//! });
//! assert_eq!(count.lock().map(|n| *n).ok(), Some(1));
//! # }
//! ```
//!
//! ```compile_fail,E0597
//! use leak::{Unleak, sync::Arc};
//!
//! let name = String::from("ann");
//! let guard = Arc::new(Unleak(&name)); // `name` does not live long enough
//! ```

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
