//! Which of a thread's frames is older: what the module's argument against deadlock stands on.
//!
//! A thread waits only for frames that are younger than the edge it is inside of. Where waits nest as
//! calls do, that is so by itself: what a call inside the edge opened, it closes. Joining a thread,
//! closing a lender early and ending a loan are calls on values that may be older, so these ask first.

use core::cell::Cell;
use core::marker::PhantomData;

#[cfg(loom)]
use loom::thread_local;
#[cfg(not(loom))]
use std::thread_local;

#[cfg(not(loom))]
thread_local! {
    static CLOCK: Clock = const { Clock::new() };
}
#[cfg(loom)]
thread_local! {
    static CLOCK: Clock = Clock::new();
}

/// Of one thread.
struct Clock {
    /// Grows with everything that is born here.
    now: Cell<u64>,
    /// When the innermost edge was entered that this thread is still inside of. Zero: none.
    innermost: Cell<u64>,
}

impl Clock {
    const fn new() -> Self {
        Self {
            now: Cell::new(0),
            innermost: Cell::new(0),
        }
    }

    fn tick(&self) -> u64 {
        let now = self.now.get() + 1;
        self.now.set(now);
        now
    }
}

/// Keeps a type on the thread that made it. Its name is for the compiler's messages.
#[derive(Debug, Clone, Copy)]
#[repr(transparent)]
pub(super) struct OwnThread(PhantomData<*const ()>);

impl OwnThread {
    pub(super) const HERE: Self = Self(PhantomData);
}

/// When something was opened or started by this thread. It stays on its thread.
#[derive(Debug, Clone, Copy)]
pub(super) struct Birth {
    at: u64,
    _own_thread: OwnThread,
}

impl Birth {
    /// Now.
    pub(super) fn now() -> Self {
        Self {
            at: CLOCK.with(Clock::tick),
            _own_thread: OwnThread::HERE,
        }
    }

    /// Whether this thread may wait here for what was born then: it is younger than the innermost edge
    /// that the thread is inside of.
    pub(super) fn may_be_waited_for(self) -> bool {
        CLOCK.with(|clock| clock.innermost.get()) < self.at
    }
}

/// This thread is inside an edge.
#[derive(Debug)]
pub(super) struct Inside {
    outer: u64,
    _own_thread: OwnThread,
}

impl Inside {
    pub(super) fn enter() -> Self {
        let outer = CLOCK.with(|clock| clock.innermost.replace(clock.tick()));
        Self {
            outer,
            _own_thread: OwnThread::HERE,
        }
    }
}

impl Drop for Inside {
    fn drop(&mut self) {
        CLOCK.with(|clock| clock.innermost.set(self.outer));
    }
}
