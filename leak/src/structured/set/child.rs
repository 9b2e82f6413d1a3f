//! One child: a closure, then a thread, then a result.

use super::core::{Core, Numbered};
use crate::place::panics::Payload;
use crate::structured::cancel::{Ambient, Cancel};
use crate::structured::threads::{Header, Job, Resting};
use alloc::sync::Arc;
use core::cell::UnsafeCell;
use core::panic::AssertUnwindSafe;
use core::ptr::NonNull;
use core::sync::atomic::AtomicU8;
use core::sync::atomic::Ordering::SeqCst;
use std::panic::catch_unwind;
use std::thread::Thread;

/// How a child ended.
pub(super) type Outcome<T> = Result<T, Numbered>;

/// The child has the outcome, or will have it.
const RUNNING: u8 = 0;
/// So too, and it drops the outcome itself: there is no guard.
const DETACHED: u8 = 1;
/// The owner of the set has the outcome.
const DONE: u8 = 2;

/// A child, in one allocation.
///
/// # Invariants
///
/// 1. `f` belongs to the child from its start; before it, and if it wasn't started, to the owner of the
///    set.
/// 2. `outcome` belongs to the child while `state` is `RUNNING` or `DETACHED`, and to the owner of
///    the set when it is `DONE`, as which it stays.
/// 3. `thread` belongs to the owner of the set, who sets it once.
#[repr(C)] // `Header` first: a pointer to one is a pointer to the other
pub(super) struct Child<F, T> {
    header: Header,
    state: AtomicU8,
    core: Arc<Core>,
    f: UnsafeCell<Option<F>>,
    outcome: UnsafeCell<Option<Outcome<T>>>,
    thread: UnsafeCell<Option<Thread>>,
}

impl<F, T> Child<F, T> {
    /// Not started.
    pub(super) fn new<'s>(core: &Arc<Core>, f: F) -> Arc<Self>
    where
        F: FnOnce(Cancel<'s>) -> T,
    {
        Arc::new(Self {
            header: Header { run: run::<F, T> },
            state: AtomicU8::new(RUNNING),
            core: Arc::clone(core),
            f: UnsafeCell::new(Some(f)),
            outcome: UnsafeCell::new(None),
            thread: UnsafeCell::new(None),
        })
    }

    /// The child as something to be run.
    ///
    /// # Safety
    ///
    /// 1. It is called once.
    /// 2. `F` and `T` are `Send`, and what they borrow stays valid until the child has reported or
    ///    [`take_back`](Self::take_back) was called.
    pub(super) unsafe fn job(self: &Arc<Self>) -> Job {
        let child = Arc::into_raw(Arc::clone(self)).cast_mut();
        // SAFETY: `into_raw` never returns null.
        let header = unsafe { NonNull::new_unchecked(child) }.cast();
        // SAFETY: 1. Nobody else has the pointer (clause 1), a child may be run on any thread (clause
        // 2), and the count of the `Arc` keeps it live.
        unsafe { Job::new(header) }
    }

    /// Notes what the child runs on.
    ///
    /// # Safety
    ///
    /// 1. It is called once, by the owner of the set, before there is a guard.
    pub(super) unsafe fn runs_on(&self, thread: Thread) {
        // SAFETY: the owner's (invariant 3), and nobody has a reference yet (clause 1).
        unsafe { *self.thread.get() = Some(thread) };
    }

    /// Takes the closure back from a child that could not be started.
    ///
    /// # Safety
    ///
    /// 1. `job` came from this child.
    pub(super) unsafe fn take_back(self: &Arc<Self>, job: Job) -> Option<F> {
        let child = job.into_header().cast::<Self>().as_ptr();
        // SAFETY: from `into_raw` of an `Arc` of this type, whose count the job had (clause 1).
        drop(unsafe { Arc::from_raw(child) });
        // SAFETY: ours, as it wasn't started (invariant 1).
        unsafe { &mut *self.f.get() }.take()
    }
}

/// A child as its guard sees it.
pub(super) trait Joinable<T> {
    /// Whether the outcome is there to be taken.
    fn is_done(&self) -> bool;

    /// The outcome of a child that is done, for the owner of the set, once.
    fn take(&self) -> Option<Outcome<T>>;

    /// What it runs on.
    fn thread(&self) -> Option<&Thread>;

    /// Leaves the outcome to the child. `false` if it is done already.
    fn detach(&self) -> bool;
}

/// A child as its set sees it.
pub(super) trait Listed {
    /// Drops the outcome of a child that is done, and answers with its panic. The destructor may panic.
    fn drop_outcome(&self) -> Option<Numbered>;
}

// Both are implemented for the owner of the set only: a child is shared with its thread by a raw
// pointer, and neither `Send` nor `Sync`.
impl<F, T> Joinable<T> for Child<F, T> {
    fn is_done(&self) -> bool {
        self.state.load(SeqCst) == DONE
    }

    fn take(&self) -> Option<Outcome<T>> {
        if !self.is_done() {
            return None;
        }
        // SAFETY: invariant 2: the owner's, which is this thread.
        unsafe { &mut *self.outcome.get() }.take()
    }

    fn thread(&self) -> Option<&Thread> {
        // SAFETY: the owner's, which is this thread, and set for good (invariant 3).
        unsafe { &*self.thread.get() }.as_ref()
    }

    fn detach(&self) -> bool {
        self.state
            .compare_exchange(RUNNING, DETACHED, SeqCst, SeqCst)
            .is_ok()
    }
}

impl<F, T> Listed for Child<F, T> {
    fn drop_outcome(&self) -> Option<Numbered> {
        self.take()?.err()
    }
}

/// Runs the child on this thread.
///
/// No argument of this function, nor of one that is still running when the child reports, may hold an
/// `F` or a `T`: references in arguments have to be valid until the function returns.
///
/// # Safety
///
/// 1. `header` is from [`Child::job`] of a `Child<F, T>`, and not used again.
unsafe fn run<'s, F, T>(header: NonNull<Header>, resting: Resting<'_>)
where
    F: FnOnce(Cancel<'s>) -> T,
{
    // SAFETY: from `into_raw` of an `Arc` of this type, whose count is ours (clause 1).
    let child = unsafe { Arc::from_raw(header.cast::<Child<F, T>>().as_ptr()) };
    let core = Arc::clone(&child.core);
    {
        let _ambient = Ambient::enter(&core.cancel);
        // SAFETY: the child's own (invariant 1).
        let f = unsafe { &mut *child.f.get() }.take();
        let f = f.expect("a child is started with its closure");
        let cancel = Cancel::new(Arc::clone(&core.cancel));
        let outcome = catch_unwind(AssertUnwindSafe(move || f(cancel)));
        let outcome = outcome.map_err(|payload| core.note_panic(payload));
        // SAFETY: the child's own until it is done (invariant 2).
        unsafe { *child.outcome.get() = Some(outcome) };
        // INVARIANT: 2: from here on it is the owner's, unless there is none to take it.
        let done = child.state.compare_exchange(RUNNING, DONE, SeqCst, SeqCst);
        if done.is_err() {
            // SAFETY: still the child's own, since `state` is `DETACHED`.
            let outcome = unsafe { &mut *child.outcome.get() }.take();
            let panic = match outcome {
                Some(Ok(value)) => dropped(value).map(|payload| core.note_panic(payload)),
                Some(Err(panic)) => Some(panic),
                None => None,
            };
            core.leave(panic);
        }
    }
    drop(child); // before the report, since it may be the last
    resting.rest();
    core.report();
}

/// Drops a value. The panic of its destructor is the answer.
pub(super) fn dropped<T>(value: T) -> Option<Payload> {
    catch_unwind(AssertUnwindSafe(|| drop(value))).err()
}
