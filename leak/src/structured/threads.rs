//! The threads that children run on. A child has its thread for itself; when it is done, the thread
//! waits a while for another one, from whatever set.

use super::sync::{PAUSES, pause};
use alloc::string::String;
use alloc::sync::Arc;
use alloc::vec::Vec;
use core::ptr::{self, NonNull};
use core::sync::atomic::AtomicPtr;
use core::sync::atomic::Ordering::{AcqRel, Release};
use core::time::Duration;
use std::io;
use std::sync::{Mutex, MutexGuard, OnceLock, PoisonError};
use std::thread::{self, Thread};
use std::time::Instant;

/// How long a thread waits for its next child.
const IDLE: Duration = Duration::from_secs(5);

/// Threads are kept, except under Miri, which takes a thread that is alive at the end of the program for
/// a mistake.
const KEEP: bool = !cfg!(miri);

/// What a child begins with, so that a thread can run it whatever its type is.
pub(super) struct Header {
    /// # Safety
    ///
    /// 1. The header is that of the job that this function was made for, and not run yet.
    pub(super) run: unsafe fn(NonNull<Header>, Resting<'_>),
}

/// A child that is ready to be run, once.
///
/// # Invariants
///
/// 1. `header` may be passed to its own `run`, on any thread, and nobody else will.
pub(super) struct Job {
    header: NonNull<Header>,
}

// SAFETY: invariant 1.
unsafe impl Send for Job {}

impl Job {
    /// # Safety
    ///
    /// 1. `header` may be passed to its own `run`, on any thread, and nobody else will.
    pub(super) unsafe fn new(header: NonNull<Header>) -> Self {
        // INVARIANT: 1, by clause 1.
        Self { header }
    }

    /// Gives the pointer back, for a job that will not be run.
    pub(super) const fn into_header(self) -> NonNull<Header> {
        self.header
    }

    fn run(self, resting: Resting<'_>) {
        // SAFETY: live until it is run, by invariant 1.
        let run = unsafe { self.header.as_ref() }.run;
        // SAFETY: 1. Its own function, and the only call, by invariant 1.
        unsafe { run(self.header, resting) };
    }
}

/// A thread of the cache.
struct Worker {
    /// Null while there is nothing to do. Else from a [`Job`] that was given away.
    next: AtomicPtr<Header>,
    thread: OnceLock<Thread>,
}

/// Threads without a child, the one that was busy last at the end.
static IDLE_WORKERS: Mutex<Vec<Arc<Worker>>> = Mutex::new(Vec::new());

fn idle_workers() -> MutexGuard<'static, Vec<Arc<Worker>>> {
    IDLE_WORKERS.lock().unwrap_or_else(PoisonError::into_inner)
}

/// Runs a job on a thread from the cache, or on a new one.
///
/// # Errors
///
/// If the system refuses a thread. The job comes back.
pub(super) fn start(job: Job) -> Result<Thread, (io::Error, Job)> {
    let idle = idle_workers().pop();
    match idle {
        Some(worker) => Ok(worker.give(&job)),
        None => start_new(job, thread::Builder::new(), KEEP),
    }
}

/// Runs a job on a new thread with its own size of stack, which ends with it.
///
/// # Errors
///
/// If the system refuses the thread. The job comes back.
pub(super) fn start_apart(job: Job, stack: usize) -> Result<Thread, (io::Error, Job)> {
    start_new(job, thread::Builder::new().stack_size(stack), false)
}

fn start_new(job: Job, builder: thread::Builder, keep: bool) -> Result<Thread, (io::Error, Job)> {
    let worker = Arc::new(Worker {
        next: AtomicPtr::new(job.header.as_ptr()),
        thread: OnceLock::new(),
    });
    let its_own = Arc::clone(&worker);
    let builder = builder.name(String::from("leak-structured"));
    match builder.spawn(move || its_own.work(keep)) {
        Ok(handle) => Ok(handle.thread().clone()),
        Err(error) => Err((error, job)), // not taken: the thread would have done so
    }
}

impl Worker {
    /// Wakes an idle worker with a job, which the caller gives up.
    fn give(&self, job: &Job) -> Thread {
        self.next.store(job.header.as_ptr(), Release);
        let thread = self.thread.get().expect("set before it was idle");
        thread.unpark();
        thread.clone()
    }

    fn take(&self) -> Option<Job> {
        let header = NonNull::new(self.next.swap(ptr::null_mut(), AcqRel))?;
        // INVARIANT: 1 of `Job`: it was given away, and taken out here by one swap.
        Some(Job { header })
    }

    /// What the thread does.
    fn work(self: &Arc<Self>, keep: bool) {
        let own = self.thread.get_or_init(thread::current);
        while let Some(job) = self.wait(keep) {
            // Somebody may have unparked the child already, and the wait for the job has used that
            // up. So its first `park` returns: once too often, which is allowed, and never too seldom.
            own.unpark();
            job.run(Resting { worker: self, keep });
            if !keep {
                return;
            }
        }
    }

    /// Waits for a job. `None` when the worker has given up and is not listed as idle any more.
    fn wait(self: &Arc<Self>, keep: bool) -> Option<Job> {
        let mut end = None;
        let mut round = 0;
        loop {
            if let Some(job) = self.take() {
                return Some(job);
            }
            if round < PAUSES {
                pause(round);
                round += 1;
                continue;
            }
            debug_assert!(keep, "a thread that isn't kept begins with its only job");
            let end = *end.get_or_insert_with(|| Instant::now() + IDLE);
            let left = end.saturating_duration_since(Instant::now());
            if !left.is_zero() {
                thread::park_timeout(left);
            } else if self.leave_idle_workers() {
                return None;
            } else {
                thread::park(); // somebody has picked this worker and will give it a job
            }
        }
    }

    fn leave_idle_workers(self: &Arc<Self>) -> bool {
        let mut idle = idle_workers();
        let place = idle.iter().position(|worker| Arc::ptr_eq(worker, self));
        place.map(|place| idle.remove(place)).is_some()
    }
}

/// With it, a child says that its thread may be given the next one: before it reports that it is done, so
/// that whoever waited for the report finds the thread idle.
pub(super) struct Resting<'a> {
    worker: &'a Arc<Worker>,
    keep: bool,
}

impl Resting<'_> {
    pub(super) fn rest(self) {
        if self.keep {
            idle_workers().push(Arc::clone(self.worker));
        }
    }
}
