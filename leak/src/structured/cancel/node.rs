//! One set's place in the tree.

use super::{Cancelled, Reason};
use crate::structured::age::OwnThread;
use crate::structured::sync::{Thread, current};
use alloc::sync::{Arc, Weak};
use alloc::vec::Vec;
use core::cell::RefCell;
use core::sync::atomic::Ordering::{Acquire, Relaxed, Release};
use core::sync::atomic::{AtomicU8, AtomicU64};
use core::time::Duration;
use std::sync::{Mutex, MutexGuard, OnceLock, PoisonError};
use std::time::Instant;

/// No deadline.
const NEVER: u64 = u64::MAX;

/// A set, as cancellation sees it. Flag and deadline are copied to the nodes below, so a check looks
/// at one node.
#[derive(Debug)]
pub(in crate::structured) struct Node {
    /// Zero, or a [`Reason`]: the first one stays.
    reason: AtomicU8,
    /// In nanoseconds, as [`nanoseconds`] counts.
    deadline: AtomicU64,
    family: Mutex<Family>,
}

/// No user code runs under the lock, and no other lock is taken.
#[derive(Debug, Default)]
struct Family {
    below: Vec<Weak<Node>>,
    /// Threads that sleep at a blocking point under this node.
    sleepers: Vec<(u64, Thread)>,
    next: u64,
}

impl Node {
    /// A node below the given one, or a root.
    pub(in crate::structured) fn below(parent: Option<&Arc<Self>>) -> Arc<Self> {
        let mut node = Self {
            reason: AtomicU8::new(0),
            deadline: AtomicU64::new(NEVER),
            family: Mutex::default(),
        };
        let Some(parent) = parent else {
            return Arc::new(node);
        };
        let mut family = parent.family();
        // Under the lock, or what happens to the parent now might pass the new node by.
        *node.reason.get_mut() = parent.reason.load(Relaxed);
        *node.deadline.get_mut() = parent.deadline.load(Relaxed);
        let node = Arc::new(node);
        if family.below.len() == family.below.capacity() {
            family.below.retain(|node| node.strong_count() > 0);
        }
        family.below.push(Arc::downgrade(&node));
        node
    }

    fn family(&self) -> MutexGuard<'_, Family> {
        self.family.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Cancels the set and all below it, and wakes who sleeps there.
    pub(in crate::structured) fn cancel(&self, reason: Reason) {
        self.for_all_below(|node| {
            let stored = &node.reason;
            stored
                .compare_exchange(0, reason as u8, Release, Relaxed)
                .is_ok()
        });
    }

    /// Cancels when `at` has passed, unless an earlier deadline is set already.
    pub(in crate::structured) fn set_deadline(&self, at: Instant) {
        let to = nanoseconds(at);
        self.for_all_below(|node| node.deadline.fetch_min(to, Relaxed) > to);
    }

    /// Changes this node and those below, except below the ones that are as they should be already,
    /// and wakes who sleeps at those changed. One lock at a time, and no recursion: a tree may be as
    /// deep as there are threads.
    fn for_all_below(&self, change: impl Fn(&Self) -> bool) {
        let mut below = Vec::new();
        if change(self) {
            self.wake_and_list_below(&mut below);
        }
        while let Some(node) = below.pop() {
            if change(&node) {
                node.wake_and_list_below(&mut below);
            }
        }
    }

    fn wake_and_list_below(&self, list: &mut Vec<Arc<Self>>) {
        let family = self.family();
        for (_, thread) in &family.sleepers {
            thread.unpark();
        }
        list.extend(family.below.iter().filter_map(Weak::upgrade));
    }

    /// Whether the set was cancelled. A deadline takes effect with the first check after it.
    pub(in crate::structured) fn check(&self) -> Result<(), Cancelled> {
        match Reason::from_stored(self.reason.load(Acquire)) {
            Some(reason) => Err(Cancelled(reason)),
            None => self.check_time(),
        }
    }

    fn check_time(&self) -> Result<(), Cancelled> {
        let deadline = self.deadline.load(Relaxed);
        if deadline == NEVER || nanoseconds(Instant::now()) < deadline {
            return Ok(());
        }
        self.cancel(Reason::Deadline);
        let reason = Reason::from_stored(self.reason.load(Acquire)).unwrap_or(Reason::Deadline);
        Err(Cancelled(reason))
    }

    /// When the deadline is.
    pub(in crate::structured) fn end(&self) -> Option<Instant> {
        let deadline = self.deadline.load(Relaxed);
        (deadline != NEVER).then(|| epoch() + Duration::from_nanos(deadline))
    }

    /// This thread is to be woken when the set is cancelled, or its deadline changed. Look at
    /// [`check`](Self::check) after this and before sleeping.
    pub(in crate::structured) fn wake_when_cancelled(&self) -> Waking<'_> {
        let mut family = self.family();
        let number = family.next;
        family.next += 1;
        family.sleepers.push((number, current()));
        Waking { node: self, number }
    }
}

/// Takes the thread out of the list again.
#[derive(Debug)]
pub(in crate::structured) struct Waking<'a> {
    node: &'a Node,
    number: u64,
}

impl Drop for Waking<'_> {
    fn drop(&mut self) {
        let mut family = self.node.family();
        family.sleepers.retain(|(number, _)| *number != self.number);
    }
}

fn epoch() -> Instant {
    static EPOCH: OnceLock<Instant> = OnceLock::new();
    *EPOCH.get_or_init(Instant::now)
}

/// Since the first look at the clock. Later than a few centuries is never.
fn nanoseconds(at: Instant) -> u64 {
    let since = at.saturating_duration_since(epoch());
    u64::try_from(since.as_nanos()).unwrap_or(NEVER)
}

std::thread_local! {
    static AMBIENT: RefCell<Option<Arc<Node>>> = const { RefCell::new(None) };
}

/// The set that this thread works for, innermost first: where sets that are opened here hang below,
/// and what blocking points check.
#[derive(Debug)]
pub(in crate::structured) struct Ambient {
    outer: Option<Arc<Node>>,
    _own_thread: OwnThread,
}

impl Ambient {
    /// Works for `node` until the answer is dropped.
    pub(in crate::structured) fn enter(node: &Arc<Node>) -> Self {
        Self {
            outer: Self::replace(Some(Arc::clone(node))),
            _own_thread: OwnThread::HERE,
        }
    }

    /// The set that this thread works for.
    pub(in crate::structured) fn get() -> Option<Arc<Node>> {
        // A thread whose thread locals are gone works for none.
        AMBIENT
            .try_with(|ambient| ambient.borrow().clone())
            .ok()
            .flatten()
    }

    fn replace(node: Option<Arc<Node>>) -> Option<Arc<Node>> {
        AMBIENT
            .try_with(|ambient| ambient.replace(node))
            .ok()
            .flatten()
    }
}

impl Drop for Ambient {
    fn drop(&mut self) {
        drop(Self::replace(self.outer.take()));
    }
}
