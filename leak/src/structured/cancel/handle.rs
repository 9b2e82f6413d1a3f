use super::{Ambient, Cancelled, Node, Reason};
use crate::Leak;
use crate::structured::event::Event;
use alloc::sync::Arc;
use core::marker::PhantomData;
use core::time::Duration;
use std::time::Instant;

/// Tells a child whether its set was cancelled, and cancels it.
///
/// A set is cancelled by [`ThreadSet::cancel`](super::super::ThreadSet::cancel) or this handle's
/// [`cancel`](Self::cancel), by a deadline, by the panic of a child or of the scope's body, and with
/// the set around it. Cancelling sets a flag: a thread is never stopped from outside. It finds out
/// where it looks, and at every point where this module lets it wait.
///
/// # Examples
///
/// ```
/// use leak::structured::scope;
///
/// let found = scope(|set| {
///     let mut searching: Vec<_> = (0..4_u64)
///         .map(|part| set.spawn(move |cancel| {
///             for n in (part..).step_by(4) {
///                 if cancel.is_cancelled() { return None; }
///                 if n * n % 1009 == 5 { cancel.cancel(); return Some(n); }
///             }
///             None
///         }))
///         .collect();
///     searching.drain(..).filter_map(|child| child.join().unwrap()).min()
/// });
/// assert!(found.unwrap().is_some_and(|n| n * n % 1009 == 5));
/// ```
#[derive(Debug, Clone)]
pub struct Cancel<'s> {
    node: Arc<Node>,
    /// A handle doesn't need the set, but a name for its end is part of the type, so that the handle
    /// may become a plain reference: `trybuild-tests/tests/ui/fail/leak/structured/cancel_escapes.rs`.
    set: PhantomData<&'s ()>,
}

impl Cancel<'_> {
    pub(in crate::structured) const fn new(node: Arc<Node>) -> Self {
        Self {
            node,
            set: PhantomData,
        }
    }

    /// Whether the set was cancelled, or its deadline has passed.
    #[must_use]
    pub fn is_cancelled(&self) -> bool {
        self.check().is_err()
    }

    /// The same, to be used with `?`.
    ///
    /// # Errors
    ///
    /// If the set was cancelled.
    pub fn check(&self) -> Result<(), Cancelled> {
        self.node.check()
    }

    /// Cancels the whole set of the child, the scopes that its threads have opened included.
    pub fn cancel(&self) {
        self.node.cancel(Reason::Requested);
    }

    /// Sleeps, and wakes up early when the set is cancelled.
    ///
    /// # Errors
    ///
    /// If the set was cancelled before the time was over.
    ///
    /// # Examples
    ///
    /// ```
    /// use core::time::Duration;
    /// use leak::structured::{Reason, scope};
    /// use std::time::Instant;
    ///
    /// let woken = scope(|set| {
    ///     set.deadline(Instant::now() + Duration::from_millis(5));
    ///     set.spawn(|cancel| cancel.sleep(Duration::from_secs(3600))).join()
    /// });
    /// let woken = woken.unwrap().unwrap();
    /// assert_eq!(woken.unwrap_err().reason(), Reason::Deadline);
    /// ```
    pub fn sleep(&self, time: Duration) -> Result<(), Cancelled> {
        let own = Node::below(Some(&self.node));
        if let Some(end) = Instant::now().checked_add(time) {
            own.set_deadline(end);
        }
        // It ends by being cancelled: by its own deadline, which is what was wished, or from above.
        _ = Event::default().wait(Some(&own), || false);
        self.check()
    }
}

// SAFETY: 1. and 2. It owns nothing but memory, which may be forgotten.
unsafe impl Leak for Cancel<'_> {}

/// Whether the set that this thread works for was cancelled: the innermost whose body or child this
/// code is part of. Outside of any, never.
///
/// It is what the blocking points of this module check, for code that computes.
///
/// # Errors
///
/// If it was cancelled.
///
/// # Examples
///
/// ```
/// use leak::structured::{Cancelled, checkpoint, scope};
///
/// fn deep_below(rounds: u64) -> Result<u64, Cancelled> {
///     for _ in 0..rounds { checkpoint()?; }
///     Ok(rounds)
/// }
///
/// assert_eq!(deep_below(3), Ok(3));
/// let inside = scope(|set| { set.cancel(); deep_below(3) });
/// assert!(inside.unwrap().is_err());
/// ```
pub fn checkpoint() -> Result<(), Cancelled> {
    Ambient::get().map_or(Ok(()), |node| node.check())
}
