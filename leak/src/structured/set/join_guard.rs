use super::child::{Joinable, Outcome, dropped};
use super::raw::RawSet;
use crate::Leak;
use crate::structured::age::{Birth, OwnThread};
use crate::structured::cancel::{Cancelled, Node};
use crate::structured::sync::park_until;
use alloc::boxed::Box;
use core::fmt;
use core::panic::{RefUnwindSafe, UnwindSafe};
use core::ptr::NonNull;
use std::thread::{self, Thread};

const INSIDE: &str = "a thread can't wait for a child while it is inside an edge that it entered after \
     it had started the child, which may be waiting for that edge in turn; help: join before \
     the edge is entered or after it was left, or start the child inside";

/// Joins a child when it is dropped.
///
/// Unlike [`leak::JoinGuard`](crate::JoinGuard) it stays on the thread that started the child: only a
/// frame of that thread can wait for the child. That is one of the reasons why the waits of this
/// module never form a circle. Forgetting the guard is harmless: the set waits for the child at its
/// end, and drops the result.
///
/// Dropping it waits, and drops the result; a panic of the child or of that destructor goes to the
/// [`Panics`](crate::structured::Panics) of the set. When the thread is unwinding, or is inside an edge that is younger than the child, it
/// doesn't wait here but leaves the child to the set.
///
/// # Examples
///
/// ```
/// use leak::structured::scope;
///
/// let text = String::from("borrowed, not cloned");
/// let words = scope(|set| set.spawn(|_| text.split(' ').count()).join());
/// assert_eq!(words.unwrap().unwrap(), 3);
/// ```
#[must_use = "dropping the guard waits for the child at once; bind it, or call `.detach()` to leave \
              the child to the end of the set"]
pub struct JoinGuard<'s, T> {
    /// Or two threads could wait for each other:
    /// `trybuild-tests/tests/ui/fail/leak/structured/guard_is_sent.rs`.
    _own_thread: OwnThread,
    /// `None` only while the guard is being used up.
    parts: Option<Parts<'s, T>>,
}

/// # Invariants
///
/// 1. The child is in the list of the set, at `place`, until [`unlist`](RawSet::unlist) or the end of
///    the set; and this is the only guard of it.
///
/// It is a pointer without a count, so that a guard owns nothing, and forgetting one leaks nothing.
struct Parts<'s, T> {
    set: &'s RawSet,
    child: NonNull<dyn Joinable<T> + 's>,
    place: usize,
    birth: Birth,
}

// SAFETY: 1. and 2. The set waits for the child of a forgotten guard, and drops its result.
unsafe impl<T> Leak for JoinGuard<'_, T> {}

// A panic of the child shows in what `join` returns, so nobody meets its traces unprepared.
impl<T> UnwindSafe for JoinGuard<'_, T> {}
impl<T> RefUnwindSafe for JoinGuard<'_, T> {}

impl<'s, T> JoinGuard<'s, T> {
    /// # Safety
    ///
    /// 1. `child` is in the list of `set`, at `place`.
    /// 2. There is no other guard of it.
    pub(super) const unsafe fn new(
        set: &'s RawSet,
        child: NonNull<dyn Joinable<T> + 's>,
        place: usize,
        birth: Birth,
    ) -> Self {
        // INVARIANT: 1: by the clauses.
        Self {
            _own_thread: OwnThread::HERE,
            parts: Some(Parts {
                set,
                child,
                place,
                birth,
            }),
        }
    }

    const fn parts(&self) -> &Parts<'s, T> {
        self.parts.as_ref().expect("not used up")
    }

    /// Waits until the child is done, and takes its result.
    ///
    /// It isn't cut short by a cancellation, as the child would be left alone then; but the child gets
    /// the same cancellation, and so does all that it waits for. To be told, use [`wait`](Self::wait).
    ///
    /// # Errors
    ///
    /// With the payload, if the child panicked. Its siblings are cancelled then.
    ///
    /// # Panics
    ///
    /// If this thread is inside an edge which it entered after it had started the child.
    pub fn join(mut self) -> thread::Result<T> {
        assert!(self.parts().birth.may_be_waited_for(), "{INSIDE}");
        self.parts().wait();
        let parts = self.parts.take().expect("not used up");
        match parts.into_outcome() {
            Some(outcome) => outcome.map_err(|(_, payload)| payload),
            None => Err(Box::new("the set had ended and dropped the result")),
        }
    }

    /// Waits for the child. Its value, or `None` if it panicked, and the set has the panic.
    pub(in crate::structured) fn value(mut self) -> Option<T> {
        self.parts().wait();
        let parts = self.parts.take().expect("not used up");
        let set = parts.set;
        let outcome = parts.into_outcome()?;
        outcome.map_err(|panic| set.core.leave([panic])).ok()
    }

    /// Waits until the child is done, or its set is cancelled.
    ///
    /// # Errors
    ///
    /// If the set is cancelled, and the child isn't done yet.
    ///
    /// # Panics
    ///
    /// As [`join`](Self::join).
    ///
    /// # Examples
    ///
    /// ```
    /// use core::time::Duration;
    /// use leak::structured::scope;
    /// use std::sync::mpsc::channel;
    /// use std::time::Instant;
    ///
    /// let ended = scope(|set| {
    ///     set.deadline(Instant::now() + Duration::from_millis(5));
    ///     let (answer, question) = channel::<()>();
    ///     let slow = set.spawn(move |_| question.recv().is_ok());
    ///     let waited = slow.wait().map_err(|cancelled| cancelled.reason()); // gives up after 5 ms
    ///     drop(answer);
    ///     waited
    /// });
    /// assert_eq!(ended.unwrap(), Err(leak::structured::Reason::Deadline));
    /// ```
    pub fn wait(&self) -> Result<(), Cancelled> {
        let parts @ Parts { set, birth, .. } = self.parts();
        let child = parts.child();
        assert!(birth.may_be_waited_for(), "{INSIDE}");
        let node: &Node = &set.core.cancel;
        let _waking = node.wake_when_cancelled();
        let mut cancelled = Ok(());
        set.core.wait_for_one(
            || {
                cancelled = node.check();
                child.is_done() || cancelled.is_err()
            },
            || park_until(node.end()),
        );
        if child.is_done() { Ok(()) } else { cancelled }
    }

    /// Gives the guard up: the child goes on, the set waits for it at its end. The result is dropped as
    /// soon as it is there; a panic, of the child or of that destructor, goes to the
    /// [`Panics`](crate::structured::Panics) of the set.
    pub fn detach(mut self) {
        match self.parts.take() {
            Some(parts) if parts.child().detach() => parts.set.unlist(parts.place),
            Some(parts) => parts.drop_outcome(),
            None => unreachable!("not used up"),
        }
    }

    /// Whether the child is done, so that [`join`](Self::join) will not wait.
    #[must_use]
    pub fn is_finished(&self) -> bool {
        self.parts().child().is_done()
    }

    /// The thread that the child runs on, to unpark it. When the child is done, the thread may run a
    /// child of another set.
    #[must_use]
    pub fn thread(&self) -> &Thread {
        match self.parts().child().thread() {
            Some(thread) => thread,
            None => unreachable!("it was set before the guard was made"),
        }
    }
}

impl<'s, T> Parts<'s, T> {
    const fn child(&self) -> &(dyn Joinable<T> + 's) {
        // SAFETY: in the list, so live, by invariant 1. While a guard can be used, the set is there.
        unsafe { self.child.as_ref() }
    }

    fn wait(&self) {
        let done = || self.child().is_done();
        if !done() {
            self.set.core.wait_for_one(done, thread::park);
        }
    }

    /// The outcome of a child that is done, unless the end of the set has dropped it already.
    fn into_outcome(self) -> Option<Outcome<T>> {
        let outcome = self.child().take();
        self.set.unlist(self.place);
        outcome
    }

    /// The same whether it is done here or by the child: a panic goes to the set.
    fn drop_outcome(self) {
        let set = self.set;
        let panic = match self.into_outcome() {
            Some(Ok(value)) => dropped(value).map(|payload| set.core.note_panic(payload)),
            Some(Err(panic)) => Some(panic),
            None => None,
        };
        set.core.leave(panic);
    }
}

impl<T> Drop for JoinGuard<'_, T> {
    fn drop(&mut self) {
        let Some(parts) = self.parts.take() else {
            return;
        };
        if thread::panicking() || !parts.birth.may_be_waited_for() {
            return; // the set does it
        }
        parts.wait();
        parts.drop_outcome();
    }
}

impl<T> fmt::Debug for JoinGuard<'_, T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("JoinGuard")
            .field("thread", &self.thread().id())
            .field("finished", &self.is_finished())
            .finish_non_exhaustive()
    }
}
