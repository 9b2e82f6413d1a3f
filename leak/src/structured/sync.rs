//! What the atomic protocols of this module are made of: std's parts, or loom's, which try every
//! interleaving. (`ci/checks/loom.sh` builds with `--cfg loom`.)

#[cfg(loom)]
pub(super) use in_loom::{
    Arc, AtomicUsize, Mutex, Thread, UnsafeCell, current, fence, in_model_fence, park, park_until,
    pause,
};
#[cfg(not(loom))]
pub(super) use in_std::{
    Arc, AtomicUsize, Mutex, Thread, UnsafeCell, current, fence, in_model_fence, park, park_until,
    pause,
};

/// So many times a wait looks again before the thread goes to sleep. A sleep and the call that ends
/// it cost some microseconds, so a wait that is shorter had better not sleep.
pub(super) const PAUSES: u32 = if cfg!(loom) {
    0
} else if cfg!(miri) {
    1
} else {
    9
};

#[cfg(not(loom))]
mod in_std {
    pub(in super::super) use alloc::sync::Arc;
    pub(in super::super) use core::sync::atomic::{AtomicUsize, fence};
    use std::sync::PoisonError;
    pub(in super::super) use std::thread::{Thread, current, park};
    use std::time::Instant;

    /// Stands for what loom doesn't model. It takes sequentially consistent accesses for weaker
    /// ones; a fence beside them is what it does model.
    pub(in super::super) const fn in_model_fence() {}

    /// Sleeps, at the longest until that time.
    pub(in super::super) fn park_until(end: Option<Instant>) {
        match end {
            Some(end) => {
                std::thread::park_timeout(end.saturating_duration_since(Instant::now()));
            }
            None => park(),
        }
    }

    /// Waits a little, longer with each round.
    pub(in super::super) fn pause(round: u32) {
        if round < 6 {
            for _ in 0..1 << round {
                core::hint::spin_loop();
            }
        } else {
            std::thread::yield_now();
        }
    }

    /// A lock that no user code runs under, so that none can poison it.
    #[derive(Debug, Default)]
    pub(in super::super) struct Mutex<T>(std::sync::Mutex<T>);

    impl<T> Mutex<T> {
        pub(in super::super) fn lock(&self) -> std::sync::MutexGuard<'_, T> {
            self.0.lock().unwrap_or_else(PoisonError::into_inner)
        }
    }

    /// `core`'s cell with loom's way in.
    #[derive(Debug)]
    pub(in super::super) struct UnsafeCell<T>(core::cell::UnsafeCell<T>);

    impl<T> UnsafeCell<T> {
        pub(in super::super) const fn new(value: T) -> Self {
            Self(core::cell::UnsafeCell::new(value))
        }

        /// The pointer is for use within `f` only, as loom takes it.
        pub(in super::super) fn with_mut<R>(&self, f: impl FnOnce(*mut T) -> R) -> R {
            f(self.0.get())
        }
    }
}

#[cfg(loom)]
mod in_loom {
    pub(in super::super) use loom::cell::UnsafeCell;
    pub(in super::super) use loom::sync::Arc;
    pub(in super::super) use loom::sync::atomic::{AtomicUsize, fence};
    pub(in super::super) use loom::thread::{Thread, current, park};
    use std::time::Instant;

    pub(in super::super) fn in_model_fence() {
        fence(core::sync::atomic::Ordering::SeqCst);
    }

    /// There is no time in a model.
    pub(in super::super) fn park_until(_end: Option<Instant>) {
        park();
    }

    pub(in super::super) fn pause(_round: u32) {
        loom::thread::yield_now();
    }

    #[derive(Debug)]
    pub(in super::super) struct Mutex<T>(loom::sync::Mutex<T>);

    impl<T: Default> Default for Mutex<T> {
        fn default() -> Self {
            Self(loom::sync::Mutex::new(T::default()))
        }
    }

    impl<T> Mutex<T> {
        pub(in super::super) fn lock(&self) -> loom::sync::MutexGuard<'_, T> {
            self.0.lock().expect("no user code runs under the lock")
        }
    }
}
