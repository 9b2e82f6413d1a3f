//! Locks, their guards, and what else coordinates threads.

use std::sync::{
    Barrier, BarrierWaitResult, Condvar, LazyLock, Mutex, MutexGuard, Once, OnceLock, OnceState,
    PoisonError, RwLock, RwLockReadGuard, RwLockWriteGuard, TryLockError, WaitTimeoutResult,
};

use super::macros::{leak_always, leak_if_content_is, leak_static};

leak_if_content_is! {
    [T: ?Sized] Mutex<T>;
    [T: ?Sized] RwLock<T>;
    [T] OnceLock<T>;
    [T, F] LazyLock<T, F>;
    [T] PoisonError<T>;
    [T] TryLockError<T>;
}

leak_always! {
    // Their destructors unlock. Forgotten, the lock stays locked, and whoever wants it waits for
    // ever or gets `WouldBlock`. The value is still the lock's, and is destroyed with it.
    ['a, T: ?Sized] MutexGuard<'a, T>;
    ['a, T: ?Sized] RwLockReadGuard<'a, T>;
    ['a, T: ?Sized] RwLockWriteGuard<'a, T>;
}

leak_static! {
    Once, OnceState, Barrier, BarrierWaitResult, Condvar, WaitTimeoutResult,
}
