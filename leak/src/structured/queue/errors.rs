use crate::structured::Cancelled;
use core::error::Error;
use core::fmt;

/// Why a value was not pushed. It is in here.
///
/// # Examples
///
/// ```
/// use leak::structured::{Consumer, Producer, PushError, produce_consume};
///
/// let ended = produce_consume(
///     1,
///     [|queue: &Producer<'_, u32>| {
///         loop {
///             if let Err(error) = queue.push(7) { break error; }
///         }
///     }],
///     [|queue: &Consumer<'_, u32>| queue.pop()], // one, and goes
/// );
/// let (errors, _) = ended.unwrap();
/// assert!(matches!(errors[..], [PushError::Closed(7)]));
/// ```
#[derive(Clone, Copy, PartialEq, Eq, Hash)]
pub enum PushError<T> {
    /// There is no room. (Only from [`try_push`](super::Producer::try_push).)
    Full(T),
    /// All consumers are gone.
    Closed(T),
    /// The set was cancelled.
    Cancelled(T, Cancelled),
}

impl<T> PushError<T> {
    /// The value that was not pushed.
    pub fn into_inner(self) -> T {
        match self {
            Self::Full(value) | Self::Closed(value) | Self::Cancelled(value, _) => value,
        }
    }
}

impl<T> fmt::Display for PushError<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Full(_) => f.write_str("the queue is full"),
            Self::Closed(_) => f.write_str(
                "all consumers are gone; help: produce no more, and look at the consumers' results \
                 for the reason",
            ),
            Self::Cancelled(_, cancelled) => cancelled.fmt(f),
        }
    }
}

impl<T> fmt::Debug for PushError<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Full(_) => "Full(..)",
            Self::Closed(_) => "Closed(..)",
            Self::Cancelled(..) => "Cancelled(..)",
        })
    }
}

impl<T> Error for PushError<T> {}

/// Why there is nothing to be popped, now or ever.
///
/// # Examples
///
/// See [`Consumer::pop`](super::Consumer::pop).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum PopError {
    /// The producers are done, and the queue is empty.
    Finished,
    /// The set was cancelled: there may be more, and it isn't all there was to come.
    Cancelled(Cancelled),
}

impl fmt::Display for PopError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Finished => f.write_str("the producers are done, and the queue is empty"),
            Self::Cancelled(cancelled) => cancelled.fmt(f),
        }
    }
}

impl Error for PopError {}

impl From<Cancelled> for PopError {
    fn from(cancelled: Cancelled) -> Self {
        Self::Cancelled(cancelled)
    }
}
