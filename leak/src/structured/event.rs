//! Where threads sleep until something changes that they wait for.

use super::cancel::{Cancelled, Node};
use super::sync::{AtomicUsize, Mutex, PAUSES, Thread, current, in_model_fence, park_until, pause};
use alloc::collections::VecDeque;
use core::fmt;
use core::sync::atomic::Ordering::SeqCst;

/// A queue of sleeping threads.
///
/// Who waits lists itself, looks again, and sleeps. Who changes something changes it first, and then
/// looks whether anybody is listed. All four accesses are sequentially consistent, so one of the two
/// sees the other. (The change must be too: see [`Event::wait`].)
#[derive(Default)]
pub(super) struct Event {
    /// The length of `list`, to be read without the lock.
    listed: AtomicUsize,
    list: Mutex<List>,
}

#[derive(Default)]
struct List {
    threads: VecDeque<(u64, Thread)>,
    next: u64,
}

impl fmt::Debug for Event {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Event").finish_non_exhaustive()
    }
}

impl Event {
    /// Wakes one thread.
    pub(super) fn notify_one(&self) {
        self.notify(1);
    }

    /// Wakes all threads that are listed now.
    pub(super) fn notify_all(&self) {
        self.notify(usize::MAX);
    }

    fn notify(&self, most: usize) {
        in_model_fence();
        if self.listed.load(SeqCst) == 0 {
            return;
        }
        let woken: VecDeque<_> = {
            let mut list = self.list.lock();
            let count = list.threads.len().min(most);
            let woken = list.threads.drain(..count).collect();
            self.listed.store(list.threads.len(), SeqCst);
            woken
        };
        for (_, thread) in woken {
            thread.unpark();
        }
    }

    /// Sleeps until `ready` says so, or `node` is cancelled. The answer is whether a call of
    /// [`notify_one`](Self::notify_one) was used up that may have been meant for another one.
    ///
    /// `ready` reads, with sequentially consistent accesses, what is changed by sequentially
    /// consistent accesses before a notification. It is asked first, so what is there already comes
    /// even when the node is cancelled.
    pub(super) fn wait(
        &self,
        node: Option<&Node>,
        mut ready: impl FnMut() -> bool,
    ) -> Result<bool, Cancelled> {
        for round in 0..PAUSES {
            if ready() {
                return Ok(false);
            }
            node.map_or(Ok(()), Node::check)?;
            pause(round);
        }
        let _waking = node.map(Node::wake_when_cancelled);
        let mut notified = false;
        loop {
            let listed = self.list_me();
            if ready() {
                return Ok(listed.leave() || notified);
            }
            if let Err(cancelled) = node.map_or(Ok(()), Node::check) {
                if listed.leave() || notified {
                    self.notify_one(); // it was for someone who can still use it
                }
                return Err(cancelled);
            }
            park_until(node.and_then(Node::end));
            notified |= listed.leave();
        }
    }

    fn list_me(&self) -> Listed<'_> {
        let mut list = self.list.lock();
        let number = list.next;
        list.next += 1;
        list.threads.push_back((number, current()));
        self.listed.store(list.threads.len(), SeqCst);
        drop(list);
        in_model_fence();
        Listed {
            event: self,
            number,
        }
    }
}

/// This thread is in the list, or was until someone woke it.
struct Listed<'a> {
    event: &'a Event,
    number: u64,
}

impl Listed<'_> {
    /// Leaves the list. Whether a notification had taken it out before.
    fn leave(self) -> bool {
        let mut list = self.event.list.lock();
        let place = list
            .threads
            .iter()
            .position(|(number, _)| *number == self.number);
        let removed = place.and_then(|place| list.threads.remove(place));
        self.event.listed.store(list.threads.len(), SeqCst);
        removed.is_none()
    }
}
