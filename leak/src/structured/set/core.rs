//! What the owner of a set and its children share.

use crate::place::panics::Payload;
use crate::structured::cancel::{Node, Reason};
use crate::structured::sync::{PAUSES, pause};
use alloc::sync::Arc;
use alloc::vec::Vec;
use core::sync::atomic::Ordering::{Acquire, Relaxed, SeqCst};
use core::sync::atomic::{AtomicBool, AtomicUsize};
use std::sync::{Mutex, PoisonError};
use std::thread::{self, Thread};

/// A panic, with its place in the order of all panics of the set.
pub(super) type Numbered = (usize, Payload);

/// It lies in an `Arc`: a child touches it last of all, when the set may be gone already.
#[derive(Debug)]
pub(super) struct Core {
    pub(super) cancel: Arc<Node>,
    /// Children that have not reported.
    running: AtomicUsize,
    /// The owner waits for a single child.
    joining: AtomicBool,
    owner: Thread,
    next_panic: AtomicUsize,
    /// Panics that nobody will join for.
    left: Mutex<Vec<Numbered>>,
}

impl Core {
    /// Of a set that this thread owns.
    pub(super) fn new(cancel: Arc<Node>) -> Self {
        Self {
            cancel,
            running: AtomicUsize::new(0),
            joining: AtomicBool::new(false),
            owner: thread::current(),
            next_panic: AtomicUsize::new(0),
            left: Mutex::default(),
        }
    }

    pub(super) fn running(&self) -> usize {
        self.running.load(Relaxed)
    }

    /// Counts a child in, which is about to be started.
    pub(super) fn count_in(&self) {
        self.running.fetch_add(1, Relaxed);
    }

    /// Counts a child out that was not started after all.
    pub(super) fn take_back(&self) {
        self.running.fetch_sub(1, Relaxed);
    }

    /// Counts a child out. The last thing that it does with the set: all that it borrows may end now.
    pub(super) fn report(&self) {
        let before = self.running.fetch_sub(1, SeqCst);
        // The owner of a set with `joining` looks at the child's state after it has set it, and we
        // at `joining` after the state was set: one of the two sees the other.
        if before == 1 || self.joining.load(SeqCst) {
            self.owner.unpark();
        }
    }

    /// Waits for all children. Only for the owner.
    pub(super) fn wait_for_all(&self) {
        Self::sleep_until(|| self.running.load(Acquire) == 0, thread::park);
    }

    /// Waits for one child. Only for the owner. `sleep` returns when this thread is unparked, or sooner.
    pub(super) fn wait_for_one(&self, is_done: impl FnMut() -> bool, sleep: impl FnMut()) {
        self.joining.store(true, SeqCst);
        Self::sleep_until(is_done, sleep);
        self.joining.store(false, SeqCst);
    }

    fn sleep_until(mut is_over: impl FnMut() -> bool, mut sleep: impl FnMut()) {
        let mut round = 0;
        while !is_over() {
            if round < PAUSES {
                pause(round);
                round += 1;
            } else {
                sleep();
            }
        }
    }

    /// A child has panicked: its siblings are to stop.
    pub(super) fn note_panic(&self, payload: Payload) -> Numbered {
        // In this order: what is a consequence of the cancellation comes later.
        let number = self.next_panic.fetch_add(1, Relaxed);
        self.cancel.cancel(Reason::Panic);
        (number, payload)
    }

    /// Keeps panics for the end of the set.
    pub(super) fn leave(&self, panic: impl IntoIterator<Item = Numbered>) {
        let mut left = self.left.lock().unwrap_or_else(PoisonError::into_inner);
        left.extend(panic);
    }

    /// The panics that were kept.
    pub(super) fn take_left(&self) -> Vec<Numbered> {
        let mut left = self.left.lock().unwrap_or_else(PoisonError::into_inner);
        core::mem::take(&mut *left)
    }
}
