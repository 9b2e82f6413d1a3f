//! What the parent and the workers of a pool share.

use super::Ticket;
use crate::structured::Borrowed;
use crate::structured::event::Event;
use crate::structured::panics::Collected;
use alloc::collections::VecDeque;
use alloc::sync::Arc;
use alloc::vec::Vec;
use core::sync::atomic::Ordering::{Relaxed, SeqCst};
use core::sync::atomic::{AtomicBool, AtomicUsize};
use std::sync::{Mutex, MutexGuard, PoisonError};
use std::thread;

/// Wakes a thread that waits elsewhere, in a multiplexer of the system for instance.
pub(super) type Waker = Arc<dyn Fn() + Send + Sync>;

/// A queue with a bell. No user code runs under its lock: values leave it before they are dropped.
pub(super) struct Tray<T> {
    queue: Mutex<VecDeque<T>>,
    /// The length, changed under the lock and read without it.
    len: AtomicUsize,
    pub(super) event: Event,
    waker: Mutex<Option<Waker>>,
}

impl<T> Default for Tray<T> {
    fn default() -> Self {
        Self {
            queue: Mutex::default(),
            len: AtomicUsize::new(0),
            event: Event::default(),
            waker: Mutex::default(),
        }
    }
}

impl<T> Tray<T> {
    fn queue(&self) -> MutexGuard<'_, VecDeque<T>> {
        self.queue.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Puts something in, if `may` still says so under the lock.
    pub(super) fn push_if(&self, value: T, may: impl FnOnce() -> bool) -> Result<(), T> {
        let mut queue = self.queue();
        if !may() {
            return Err(value);
        }
        queue.push_back(value);
        self.len.store(queue.len(), SeqCst);
        drop(queue);
        self.ring();
        Ok(())
    }

    pub(super) fn pop(&self) -> Option<T> {
        if self.is_empty() {
            return None;
        }
        let mut queue = self.queue();
        let value = queue.pop_front();
        self.len.store(queue.len(), SeqCst);
        value
    }

    pub(super) fn is_empty(&self) -> bool {
        self.len.load(SeqCst) == 0
    }

    /// Empties the tray after `last` was done under the lock.
    pub(super) fn drain(&self, last: impl FnOnce()) -> VecDeque<T> {
        let mut queue = self.queue();
        last();
        self.len.store(0, SeqCst);
        core::mem::take(&mut *queue)
    }

    /// Wakes who waits for something to come.
    pub(super) fn ring(&self) {
        self.event.notify_all();
        let waker = self.waker.lock().unwrap_or_else(PoisonError::into_inner);
        let waker = waker.clone();
        match waker {
            // The user's: a panic of it must not become a second one.
            Some(waker) if thread::panicking() => Collected::default().run(|| waker()),
            Some(waker) => waker(),
            None => {}
        }
    }

    pub(super) fn set_waker(&self, waker: Option<Waker>) {
        let mut place = self.waker.lock().unwrap_or_else(PoisonError::into_inner);
        let old = core::mem::replace(&mut *place, waker);
        drop(place);
        drop(old); // its destructor is the user's
    }
}

/// A worker's desk.
pub(super) struct Desk<T> {
    pub(super) tray: Tray<(Ticket, Borrowed<T>)>,
    /// Assigned, and not given back.
    pub(super) load: AtomicUsize,
    /// Nothing is put here any more. Changed under the lock of the tray.
    pub(super) left: AtomicBool,
    /// What lay here was given back. Set after [`left`](Self::left).
    empty: AtomicBool,
}

/// Something was given back.
pub(super) struct Return {
    pub(super) ticket: Ticket,
    pub(super) worker: usize,
    pub(super) served: bool,
}

pub(super) struct Office<T> {
    pub(super) desks: Vec<Desk<T>>,
    pub(super) returns: Tray<Return>,
    /// Nothing is assigned any more.
    pub(super) closed: AtomicBool,
}

impl<T> Office<T> {
    pub(super) fn new(workers: usize) -> Self {
        let desks = (0..workers).map(|_| Desk {
            tray: Tray::default(),
            load: AtomicUsize::new(0),
            left: AtomicBool::new(false),
            empty: AtomicBool::new(false),
        });
        Self {
            desks: desks.collect(),
            returns: Tray::default(),
            closed: AtomicBool::new(false),
        }
    }

    /// Workers go home when they have done what lies on their desks.
    pub(super) fn close(&self) {
        self.closed.store(true, SeqCst);
        self.desks.iter().for_each(|desk| desk.tray.ring());
    }

    /// Tells the parent that something was given back.
    pub(super) fn give_back(&self, ticket: Ticket, worker: usize, served: bool) {
        self.desks[worker].load.fetch_sub(1, Relaxed);
        let told = Return {
            ticket,
            worker,
            served,
        };
        _ = self.returns.push_if(told, || true);
    }

    /// A worker goes. What lies on its desk goes back.
    pub(super) fn leave(&self, worker: usize) {
        let Desk {
            tray, left, empty, ..
        } = &self.desks[worker];
        for (ticket, borrowed) in tray.drain(|| left.store(true, SeqCst)) {
            drop(borrowed);
            self.give_back(ticket, worker, false);
        }
        empty.store(true, SeqCst);
        tray.set_waker(None);
        self.returns.ring(); // it may have been the last worker
    }

    /// All workers are gone, and nothing more comes back.
    pub(super) fn all_back(&self) -> bool {
        self.desks.iter().all(|desk| desk.empty.load(SeqCst))
    }
}
