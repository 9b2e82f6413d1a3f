//! A set before it has lifetimes.

use super::child::{Child, Joinable, Listed};
use super::core::{Core, Numbered};
use super::{JoinGuard, SpawnError, ThreadSet};
use crate::structured::age::Birth;
use crate::structured::cancel::{Ambient, Cancel, Node};
use crate::structured::panics::{Collected, Panics};
use crate::structured::threads::Job;
use alloc::sync::Arc;
use alloc::vec::Vec;
use core::cell::RefCell;
use core::fmt;
use core::mem;
use core::ptr::NonNull;
use std::io;
use std::thread::Thread;

/// # Invariants
///
/// 1. Every child whose outcome its guard or the child itself won't drop is in `children`.
/// 2. The child of a guard stays in `children` until the guard takes it out, or the set ends.
/// 3. `children` is empty before `'s` of the [`brand`](Self::brand) ends.
pub(super) struct RawSet {
    pub(super) core: Arc<Core>,
    /// Of this thread alone, so without a lock.
    children: RefCell<Places>,
}

/// What is in the set, with the places that became free.
#[derive(Default)]
struct Places {
    children: Vec<Option<Arc<dyn Listed>>>,
    free: Vec<usize>,
    /// A free place was used again.
    reused: bool,
}

impl RawSet {
    /// A set below the one that this thread works for.
    pub(super) fn new() -> Self {
        let cancel = Node::below(Ambient::get().as_ref());
        Self {
            core: Arc::new(Core::new(cancel)),
            children: RefCell::default(),
        }
    }

    /// Gives the set its lifetimes.
    ///
    /// # Safety
    ///
    /// 1. [`end`](Self::end) runs after the last use of the answer, and before `'s` and `'env` end,
    ///    whatever the program does. `'s` may not be `'env`.
    pub(super) unsafe fn brand<'s, 'env>(&'s self) -> &'s ThreadSet<'s, 'env> {
        let this: *const Self = self;
        // SAFETY: `ThreadSet` is `repr(transparent)` over `RawSet`, and borrowed for as long.
        unsafe { &*this.cast::<ThreadSet<'s, 'env>>() }
    }

    /// Starts a child.
    ///
    /// # Safety
    ///
    /// 1. What is valid for `'s` stays so until [`end`](Self::end) is over.
    pub(super) unsafe fn spawn<'s, F, T>(
        &'s self,
        f: F,
        start: impl FnOnce(Job) -> Result<Thread, (io::Error, Job)>,
    ) -> Result<JoinGuard<'s, T>, SpawnError<F>>
    where
        F: FnOnce(Cancel<'s>) -> T + Send + 's,
        T: Send + 's,
    {
        let child = Child::new(&self.core, f);
        let birth = Birth::now();
        let place = self.list(Arc::<Child<F, T>>::clone(&child));
        self.core.count_in();
        // SAFETY: 1. Once. 2. `Send` by the bounds; valid until `end`, which waits for the report, is over
        // (clause 1).
        let job = unsafe { child.job() };
        match start(job) {
            Ok(thread) => {
                // SAFETY: 1. Once, here, before the guard.
                unsafe { child.runs_on(thread) };
                let child: *const Child<F, T> = Arc::as_ptr(&child);
                let child: *const (dyn Joinable<T> + 's) = child;
                // SAFETY: never null.
                let child = unsafe { NonNull::new_unchecked(child.cast_mut()) };
                // SAFETY: 1. Listed above, at `place`. 2. The first.
                Ok(unsafe { JoinGuard::new(self, child, place, birth) })
            }
            Err((error, job)) => {
                self.core.take_back();
                self.unlist(place);
                // SAFETY: 1. It is what came back.
                let f = unsafe { child.take_back(job) };
                let f = f.expect("a closure that wasn't called");
                Err(SpawnError { error, f })
            }
        }
    }

    fn list<'s>(&self, child: Arc<dyn Listed + 's>) -> usize {
        // SAFETY: the types differ in a lifetime only. It is `'s` of the set, before whose end the
        // list is emptied: invariant 3.
        let child = unsafe { mem::transmute::<Arc<dyn Listed + 's>, Arc<dyn Listed>>(child) };
        let Places {
            children,
            free,
            reused,
        } = &mut *self.children.borrow_mut();
        if let Some(place) = free.pop() {
            children[place] = Some(child);
            *reused = true;
            place
        } else {
            children.push(Some(child));
            children.len() - 1
        }
    }

    /// Takes a child out whose outcome is somebody else's now.
    pub(super) fn unlist(&self, place: usize) {
        let Places { children, free, .. } = &mut *self.children.borrow_mut();
        let child = children[place].take();
        free.push(place);
        debug_assert!(child.is_some(), "a child is taken out once");
    }

    /// Waits for all children, and drops what nobody took. All panics are in the answer.
    ///
    /// Destructors of results run here, on the thread of the set. By way of a wrapper that is `Send`
    /// because it looks at the thread before it opens, they may have the set or a guard in their hands:
    /// they start children, which are waited for too, and join some that are done. So the children stay
    /// where they are until no destructor is left.
    pub(super) fn end(&self) -> Collected {
        let mut numbered: Vec<Numbered> = Vec::new();
        let mut from_destructors = Collected::default();
        let mut place = 0;
        loop {
            self.core.wait_for_all();
            let children = self.children.borrow();
            let Some(listed) = children.children.get(place) else {
                break;
            };
            let child = listed.clone();
            drop(children);
            if let Some(child) = child {
                from_destructors.run(|| numbered.extend(child.drop_outcome()));
            }
            // A place that is used again was free, so it is one that was looked at, or one to come.
            let reused = mem::take(&mut self.children.borrow_mut().reused);
            place = if reused { 0 } else { place + 1 };
        }
        // INVARIANT: 2 and 3: no user code runs any more. Children without outcome and closure are memory.
        drop(mem::take(&mut *self.children.borrow_mut()));
        numbered.append(&mut self.core.take_left());
        numbered.sort_by_key(|(number, _)| *number);
        let mut panics = Collected::default();
        panics.extend(numbered.into_iter().map(|(_, payload)| payload));
        panics.extend(from_destructors.into_payloads());
        panics
    }
}

/// Ends a set whose body unwinds: its own panic goes on, so the others have no one to go to.
pub(super) struct OnUnwind<'a>(pub(super) &'a RawSet);

impl Drop for OnUnwind<'_> {
    fn drop(&mut self) {
        self.0.core.cancel.cancel(crate::structured::Reason::Panic);
        drop::<Option<Panics>>(self.0.end().end());
    }
}

impl fmt::Debug for RawSet {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("ThreadSet")
            .field("running", &self.core.running())
            .finish_non_exhaustive()
    }
}
