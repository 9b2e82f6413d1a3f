//! What a [`Scope`](crate::Scope) owns: guards, and threads.

use super::child::Meta;
use super::held::Core;
use super::list::{Header, List, destroy_node};
use super::panics::{Panics, Payload, discard};
use alloc::vec::Vec;
use core::ptr::NonNull;
use std::sync::{Condvar, Mutex, MutexGuard, PoisonError};
use std::thread::JoinHandle;

/// So many finished threads may wait to be joined before the oldest handles are given back to the
/// system. A thread that is neither joined nor given back keeps its stack.
const MOST_UNREAPED: usize = 512;

/// What scope, handles and threads share. It lives in an `Arc`: a thread touches it last of all,
/// when the scope may be gone already.
#[derive(Debug, Default)]
pub(crate) struct SharedCore {
    state: Mutex<State>,
    /// Signalled when `running` becomes zero.
    idle: Condvar,
}

/// What is behind the lock. No user code runs while it is held.
///
/// # Invariants
///
/// 1. Every node in `children` and `collected` starts with a header and a [`Meta`].
/// 2. `running` counts the threads that have been started and have not reported.
#[derive(Default)]
pub(super) struct State {
    entries: List,
    /// Threads whose guard was not joined, dropped or detached yet.
    children: List,
    /// Nodes of threads whose result the teardown took. A guard that still exists, in another
    /// thread's result, may look at them until the teardown is over.
    collected: List,
    running: usize,
    unreaped: usize,
    /// The first panic of a detached thread.
    panic: Option<Payload>,
}

// SAFETY: the lists hold pointers to nodes whose values are `Send`, as `Scope` demands of all it
// takes.
unsafe impl Send for State {}

impl core::fmt::Debug for State {
    fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
        f.debug_struct("State")
            .field("running", &self.running)
            .finish_non_exhaustive()
    }
}

// SAFETY: 1: nodes leave through `unlink` and `teardown`. Cores are made by the places of this
// module only, each of which tears down on every path before `'env` ends, when the code that had
// `&Scope` is over. The threads of the place are over then too. Destructors that the teardown runs
// can't reach a handle, because what a scope owns outlives `'env`, which handles don't.
unsafe impl Core for SharedCore {
    unsafe fn link(&self, node: NonNull<Header>) {
        // SAFETY: the caller's clauses are the same.
        unsafe { self.lock().entries.push(node) };
    }

    unsafe fn unlink(&self, node: NonNull<Header>) {
        // SAFETY: the caller's clause is the same.
        unsafe { self.lock().entries.unlink(node) };
    }
}

impl SharedCore {
    /// The lock can't be poisoned by user code, which never runs under it.
    pub(super) fn lock(&self) -> MutexGuard<'_, State> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Counts a thread out. The last thing that a thread does with its place.
    pub(super) fn report(&self, mut state: MutexGuard<'_, State>) {
        state.running -= 1;
        if state.running == 0 {
            self.idle.notify_all();
        }
    }

    /// Waits for every thread, then drops the results that nobody took, then destroys the guards,
    /// the newest first. One panic keeps nothing from happening; the first is in the answer.
    pub(super) fn teardown(&self) -> Panics {
        let mut panics = Panics::default();
        self.collect_children(&mut panics);
        loop {
            let newest = self.lock().entries.pop();
            let Some(node) = newest else { return panics };
            // SAFETY: 1. It was in the list, so it is live, and came from `Node::into_raw`. 2. It
            // is out of the list, and what handles there still are can't be reached any more: no
            // thread of the scope runs, and no destructor of a guard knows of one.
            panics.run(|| unsafe { destroy_node(node) });
        }
    }

    /// A result may own anything that the scope gave out, so its destructor may start threads
    /// again: they are waited for before the next result is dropped.
    fn collect_children(&self, panics: &mut Panics) {
        loop {
            let mut state = self
                .idle
                .wait_while(self.lock(), |state| state.running > 0)
                .unwrap_or_else(PoisonError::into_inner);
            let detached = state.panic.take();
            let unclaimed = if detached.is_none() {
                state.collect()
            } else {
                None
            };
            drop(state);
            match (detached, unclaimed) {
                (Some(payload), _) => panics.add(payload),
                (None, Some(unclaimed)) => panics.run(|| unclaimed.drop()),
                (None, None) => break,
            }
        }
        loop {
            let collected = self.lock().collected.pop();
            let Some(node) = collected else { return };
            // SAFETY: 1. Live, and from `Node::into_raw`. 2. Guards for it could only be in
            // results, which are all dropped. No user code runs: the result was taken.
            unsafe { destroy_node(node) };
        }
    }
}

impl State {
    /// Lists a new thread.
    ///
    /// # Safety
    ///
    /// 1. `node` is the front of a live node that starts with a header and a [`Meta`], in no list.
    /// 2. It stays live until it has left the list.
    pub(super) unsafe fn add_child(&mut self, node: NonNull<Header>) {
        // SAFETY: the caller's clauses are the same. INVARIANT: 1, by the caller's clause 1.
        unsafe { self.children.push(node) };
        // INVARIANT: 2: the caller starts the thread now, or takes the node out again.
        self.running += 1;
    }

    /// Takes a thread out, whose result is then the caller's.
    ///
    /// # Safety
    ///
    /// 1. `node` is in `children`.
    pub(super) unsafe fn remove_child(&mut self, node: NonNull<Header>) {
        // SAFETY: the caller's clause is the same.
        unsafe { self.children.unlink(node) };
    }

    /// Takes the newest thread out to drop its result. Only for a teardown, when none runs.
    fn collect(&mut self) -> Option<Unclaimed> {
        let node = self.children.pop()?;
        // SAFETY: 1. The node was in `children`, so invariant 1 says so.
        let meta = unsafe { Meta::of(node, self) };
        meta.collected = true;
        let unclaimed = Unclaimed {
            node,
            handle: meta.handle.take(),
            drop_result: meta.drop_result,
        };
        if unclaimed.handle.is_some() {
            self.unreaped -= 1;
        }
        // SAFETY: 1. Just taken out of the other list. 2. It leaves this list to be freed.
        unsafe { self.collected.push(node) };
        Some(unclaimed)
    }

    /// Notes that a thread has finished, but wasn't joined.
    pub(super) fn count_unreaped(&mut self, more: bool) {
        self.unreaped = if more {
            self.unreaped + 1
        } else {
            self.unreaped - 1
        };
    }

    /// The handles of finished threads, if there are too many. To be dropped without the lock,
    /// which gives their stacks back.
    pub(super) fn reap(&mut self) -> Vec<JoinHandle<()>> {
        if self.unreaped < MOST_UNREAPED {
            return Vec::new();
        }
        let mut reaped = Vec::with_capacity(self.unreaped);
        for node in self.children.iter().collect::<Vec<_>>() {
            // SAFETY: 1. In `children`.
            let meta = unsafe { Meta::of(node, self) };
            if meta.finished {
                reaped.extend(meta.handle.take());
            }
        }
        self.unreaped = 0;
        reaped
    }

    /// Keeps the panic of a detached thread for the end of the scope. One that isn't the first
    /// comes back, to be discarded without the lock.
    pub(super) fn keep_panic(&mut self, payload: Payload) -> Option<Payload> {
        if self.panic.is_some() {
            return Some(payload);
        }
        self.panic = Some(payload);
        None
    }
}

/// A finished thread whose result nobody took.
struct Unclaimed {
    node: NonNull<Header>,
    handle: Option<JoinHandle<()>>,
    drop_result: unsafe fn(NonNull<Header>),
}

impl Unclaimed {
    /// Joins the thread, drops its value, or passes its panic on.
    fn drop(self) {
        if let Some(Err(payload)) = self.handle.map(JoinHandle::join) {
            // Not the closure's, which went into the result: a spawn hook's, for instance.
            discard(payload);
        }
        // SAFETY: 1. `drop_result` is from the node's own `Meta`. 2. The thread has reported,
        // since `collect` is for teardowns; it has told all guards that the result is ours.
        unsafe { (self.drop_result)(self.node) };
    }
}
