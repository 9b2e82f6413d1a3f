//! The one atomic word of a lender or a loan.

use super::age::Inside;
use super::sync::{AtomicUsize, PAUSES, Thread, current, park, pause};
use core::fmt;
use core::sync::atomic::Ordering::{AcqRel, Acquire, Relaxed, Release};

/// Nobody enters any more. The bits below count those who are inside.
const CLOSED: usize = 1 << (usize::BITS - 1);

/// Counts those inside, and keeps others out once it is closed.
///
/// It lies in an `Arc` that both sides share, never on the stack of the one who waits: who leaves last
/// still touches it after the waiting side may have gone on.
///
/// # Invariants
///
/// 1. The low bits count the live [`Entered`]s of this word. They can't overflow: each is on a stack.
/// 2. Once [`CLOSED`] is set it stays, and the count only falls.
pub(super) struct Word {
    state: AtomicUsize,
    /// The thread that waits, and the only one that may.
    owner: Thread,
}

impl Word {
    /// An open word, with this thread as its owner.
    pub(super) fn new() -> Self {
        Self {
            state: AtomicUsize::new(0),
            owner: current(),
        }
    }

    /// Goes in, unless the word is closed.
    #[inline]
    pub(super) fn enter(&self) -> Option<Entered<'_>> {
        self.enter_if(|state| state < CLOSED, 1)
    }

    /// Goes in as the first and last: nobody else can from now on.
    pub(super) fn enter_as_the_only_one(&self) -> Option<Entered<'_>> {
        // INVARIANT: 2: closed with a count of one, which only falls.
        self.enter_if(|state| state == 0, CLOSED | 1)
    }

    #[inline]
    fn enter_if(&self, may: impl Fn(usize) -> bool, add: usize) -> Option<Entered<'_>> {
        let mut state = self.state.load(Relaxed);
        while may(state) {
            // INVARIANT: 1: counted before the `Entered` exists, and not when closed.
            match self
                .state
                .compare_exchange_weak(state, state + add, Acquire, Relaxed)
            {
                Ok(_) => {
                    return Some(Entered {
                        word: self,
                        _inside: Inside::enter(),
                    });
                }
                Err(now) => state = now,
            }
        }
        None
    }

    /// Whether nobody can enter any more.
    pub(super) fn is_closed(&self) -> bool {
        self.state.load(Relaxed) >= CLOSED
    }

    /// How many are inside right now.
    pub(super) fn inside(&self) -> usize {
        self.state.load(Relaxed) & !CLOSED
    }

    /// Keeps everybody out who isn't inside yet.
    pub(super) fn close(&self) {
        self.state.fetch_or(CLOSED, AcqRel);
    }

    /// Waits until all have left. Only for the owner, and after [`close`](Self::close).
    pub(super) fn wait(&self) {
        let mut round = 0;
        // Reads what the last `leave` released, and those before it: they are one chain of
        // read-modify-write operations.
        while self.state.load(Acquire) != CLOSED {
            if round < PAUSES {
                pause(round);
                round += 1;
            } else {
                park();
            }
        }
    }

    #[inline]
    fn leave(&self) {
        // After this, the owner may go on and drop its `Arc`; ours keeps the word alive.
        if self.state.fetch_sub(1, Release) == CLOSED | 1 {
            self.owner.unpark();
        }
    }
}

impl fmt::Debug for Word {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Word")
            .field("closed", &self.is_closed())
            .field("inside", &self.inside())
            .finish_non_exhaustive()
    }
}

/// This thread is inside; leaves when dropped. It is only ever a local variable of this module.
#[derive(Debug)]
pub(super) struct Entered<'a> {
    word: &'a Word,
    _inside: Inside,
}

impl Drop for Entered<'_> {
    #[inline]
    fn drop(&mut self) {
        self.word.leave();
    }
}
