use core::error::Error;
use core::fmt;

/// Why a set was cancelled.
///
/// # Examples
///
/// ```
/// use leak::structured::{Reason, scope};
///
/// let seen = scope(|set| {
///     set.cancel();
///     set.spawn(|cancel| cancel.check().map_err(|cancelled| cancelled.reason())).join()
/// });
/// assert!(matches!(seen, Ok(Ok(Err(Reason::Requested)))));
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[non_exhaustive]
#[repr(u8)]
pub enum Reason {
    /// Somebody called `cancel`.
    Requested = 1,
    /// A deadline has passed.
    Deadline = 2,
    /// A child panicked, or the body of the scope did.
    Panic = 3,
}

impl Reason {
    /// From what a [`Node`](super::Node) stores.
    pub(super) const fn from_stored(stored: u8) -> Option<Self> {
        match stored {
            1 => Some(Self::Requested),
            2 => Some(Self::Deadline),
            3 => Some(Self::Panic),
            _ => None,
        }
    }
}

/// What a blocking point answers when the work around it was cancelled.
///
/// Pass it on with `?`: what was opened on the way is closed in order, as after any other error.
///
/// # Examples
///
/// ```
/// use leak::structured::{Cancelled, scope};
/// use core::time::Duration;
///
/// let slept = scope(|set| {
///     let child = set.spawn(|cancel| -> Result<(), Cancelled> {
///         loop { cancel.sleep(Duration::from_secs(1))?; }
///     });
///     set.cancel();
///     child.join()
/// });
/// let cancelled = slept.unwrap().unwrap().unwrap_err();
/// assert_eq!(cancelled.to_string(), "cancelled: somebody asked for it");
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Cancelled(pub(super) Reason);

impl Cancelled {
    /// Why.
    #[must_use]
    pub const fn reason(self) -> Reason {
        self.0
    }
}

impl fmt::Display for Cancelled {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self.0 {
            Reason::Requested => "cancelled: somebody asked for it",
            Reason::Deadline => "cancelled: the deadline has passed",
            Reason::Panic => "cancelled: a thread of the same set panicked",
        })
    }
}

impl Error for Cancelled {}
