//! Owned data, lent to one borrower at a time and taken back.

use super::Revoked;
use super::age::Birth;
use super::cancel::{Ambient, Cancelled};
use super::event::Event;
use super::sync::{Arc, AtomicUsize, UnsafeCell};
use super::word::Word;
use crate::Leak;
use core::fmt;
use core::sync::atomic::Ordering::SeqCst;

/// Owned data that is lent: the lender's half.
///
/// The borrower has the value for the time of a call of [`Borrowed::enter`], as often as it likes. The
/// lender owns it all the time, and takes it back when it wants: [`end`](Self::end), or the destructor,
/// revokes the loan, and waits only for a call that is running. Where an [`Edge`](super::Edge) belongs to
/// a frame, a loan belongs to a value, so loans end in any order.
///
/// Forgetting the loan forgets the value, as with a `Box`; the borrower may go on. Forgetting the
/// other half keeps nobody waiting.
///
/// It stays on its thread, as everything does that can wait for a frame.
///
/// # Examples
///
/// ```
/// use leak::structured::{Loan, Revoked, scope};
///
/// let (loan, mut borrowed) = Loan::new(vec![1]);
/// let numbers = scope(|set| {
///     let pushing = set.spawn(move |_| {
///         borrowed.enter(|numbers| numbers.push(2))?;
///         Ok::<_, Revoked>(borrowed) // given back by being dropped
///     });
///     drop(pushing.join());
///     loan.end()
/// });
/// assert_eq!(numbers.unwrap(), [1, 2]);
/// ```
///
/// # Source
///
/// The value of the text that "will block in its destructor until the sending thread returns from the
/// stack frame".
pub struct Loan<T> {
    core: Arc<Core<T>>,
    birth: Birth,
}

/// Owned data that is lent: the borrower's half. See [`Loan`].
#[must_use = "dropping it gives the data back"]
pub struct Borrowed<T> {
    core: Arc<Core<T>>,
}

/// # Invariants
///
/// 1. `value` is used by who is inside of `word`, which is only the one `Borrowed`; by the one `Loan`
///    after it has closed the word and waited; and by the destructor.
struct Core<T> {
    word: Word,
    value: UnsafeCell<Option<T>>,
    returned: AtomicUsize,
    on_return: Event,
}

// SAFETY: the value is used on several threads, by one at a time (invariant 1), and the word orders them.
unsafe impl<T: Send> Send for Core<T> {}
// SAFETY: as above. A shared core gives nobody a `&T`.
unsafe impl<T: Send> Sync for Core<T> {}

impl<T> Loan<T> {
    /// Lends `value`.
    ///
    /// It is `Send`, which a loan isn't: so it can't come to own the loan that owns it, and be forgotten with that.
    pub fn new(value: T) -> (Self, Borrowed<T>)
    where
        T: Send,
    {
        Self::of(value)
    }

    /// Lends a value that can't reach the loan.
    pub(super) fn of(value: T) -> (Self, Borrowed<T>) {
        let core = Arc::new(Core {
            word: Word::new(),
            value: UnsafeCell::new(Some(value)),
            returned: AtomicUsize::new(0),
            on_return: Event::default(),
        });
        let birth = Birth::now();
        let loan = Self {
            core: Arc::clone(&core),
            birth,
        };
        (loan, Borrowed { core })
    }

    /// Takes the value back: revokes the loan, and waits for a call that is inside.
    ///
    /// # Panics
    ///
    /// If this thread is inside the loan, or inside an edge that it entered after it had made the loan: it
    /// would wait for itself. The loan is revoked; the value is dropped with the other half.
    ///
    /// # Examples
    ///
    /// ```
    /// use leak::structured::{Loan, Revoked};
    ///
    /// let (loan, mut borrowed) = Loan::new(1);
    /// assert_eq!(borrowed.enter(|n| { *n += 1; *n }), Ok(2));
    /// assert_eq!(loan.end(), 2);
    /// assert_eq!(borrowed.enter(|n| *n), Err(Revoked));
    /// ```
    #[must_use = "it is the value; to throw it away, drop the loan"]
    pub fn end(self) -> T {
        self.assert_may_wait();
        match self.take_back() {
            Some(value) => value,
            None => unreachable!("taken once, here"),
        }
    }

    /// Nobody is inside of what was given back.
    fn may_wait(&self) -> bool {
        self.is_returned() || self.birth.may_be_waited_for()
    }

    fn assert_may_wait(&self) {
        assert!(
            self.may_wait(),
            "a loan can't be waited for by a thread that is inside of it, or inside an edge that it \
             entered after the loan was made; help: leave the edge first"
        );
    }

    fn take_back(&self) -> Option<T> {
        self.core.word.close();
        self.core.word.wait();
        // SAFETY: invariant 1: closed, and nobody is inside. This is the one `Loan`.
        self.core
            .value
            .with_mut(|value| unsafe { &mut *value }.take())
    }

    /// Waits until the borrower has dropped its half. A cancellation point.
    ///
    /// A borrower that forgot its half never gives it back: put a deadline on the set, or just end the
    /// loan.
    ///
    /// # Errors
    ///
    /// If the set that this thread works for was cancelled.
    ///
    /// # Panics
    ///
    /// As [`end`](Self::end). The loan goes on.
    ///
    /// # Examples
    ///
    /// ```
    /// use leak::structured::{Loan, scope};
    ///
    /// let (loan, mut borrowed) = Loan::new(String::new());
    /// let text = scope(|set| {
    ///     set.spawn(move |_| for part in ["a", "b"] { borrowed.enter(|text| text.push_str(part)).unwrap() })
    ///         .detach();
    ///     loan.wait().map(|()| loan.end())
    /// });
    /// assert_eq!(text.unwrap().unwrap(), "ab");
    /// ```
    pub fn wait(&self) -> Result<(), Cancelled> {
        self.assert_may_wait();
        let ambient = Ambient::get();
        let returned = || self.is_returned();
        self.core.on_return.wait(ambient.as_deref(), returned)?;
        Ok(())
    }

    /// [`wait`](Self::wait), for models: these have threads that work for no set.
    #[cfg(all(test, loom))]
    pub(super) fn wait_without_a_set(&self) {
        let waited = self.core.on_return.wait(None, || self.is_returned());
        assert!(waited.is_ok(), "there is no set that could be cancelled");
    }

    /// Whether the borrower has dropped its half, so that [`wait`](Self::wait) and [`end`](Self::end)
    /// don't wait.
    #[must_use]
    pub fn is_returned(&self) -> bool {
        self.core.returned.load(SeqCst) != 0
    }
}

impl<T> Drop for Loan<T> {
    fn drop(&mut self) {
        if self.may_wait() {
            drop(self.take_back());
        } else {
            // The call that is waited for may be the one that we are in. The value goes with the
            // other half.
            self.core.word.close();
        }
    }
}

impl<T> Borrowed<T> {
    /// Runs `f` with the value. The lender waits for it, if it wants the value back.
    ///
    /// # Errors
    ///
    /// If the lender has taken the value back. `f` was not called.
    ///
    /// # Examples
    ///
    /// See [`Loan`].
    pub fn enter<R>(&mut self, f: impl FnOnce(&mut T) -> R) -> Result<R, Revoked> {
        let _entered = self.core.word.enter().ok_or(Revoked)?;
        self.core.value.with_mut(|value| {
            // SAFETY: invariant 1: inside, and `self` is the one `Borrowed`, exclusively borrowed.
            match unsafe { &mut *value } {
                Some(value) => Ok(f(value)),
                None => unreachable!("taken only after the word was closed"),
            }
        })
    }

    /// Whether the lender has taken the value back, or is about to.
    #[must_use]
    pub fn is_revoked(&self) -> bool {
        self.core.word.is_closed()
    }
}

impl<T> Drop for Borrowed<T> {
    fn drop(&mut self) {
        // A read-modify-write operation, so that what was done inside is seen with it.
        self.core.returned.fetch_add(1, SeqCst);
        self.core.on_return.notify_all();
    }
}

impl<T> fmt::Debug for Loan<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Loan")
            .field("returned", &self.is_returned())
            .field("inside", &self.core.word.inside())
            .finish_non_exhaustive()
    }
}

impl<T> fmt::Debug for Borrowed<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Borrowed")
            .field("revoked", &self.is_revoked())
            .finish_non_exhaustive()
    }
}

// SAFETY: 1. and 2. It owns a `T`, and nobody waits for it.
unsafe impl<T: Leak> Leak for Loan<T> {}
// SAFETY: 1. and 2. As above.
unsafe impl<T: Leak> Leak for Borrowed<T> {}
