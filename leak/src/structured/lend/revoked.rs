use core::error::Error;
use core::fmt;

/// The data is not there any more: its frame has ended, or is about to.
///
/// That is an ordinary end, not a mistake: the lender may end at any time. Who wants to be served for
/// certain asks for an answer before the lender's body returns.
///
/// # Examples
///
/// ```
/// use leak::structured::{Revoked, Value, lend};
///
/// let late = lend::<Value<u32>, _>(&1, |lender| lender.edge());
/// assert_eq!(late.enter(|n| *n), Err(Revoked));
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Revoked;

impl fmt::Display for Revoked {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(
            "the edge was revoked: the frame that lends has closed it; help: enter before the \
             lender's body returns, or wait there for an answer",
        )
    }
}

impl Error for Revoked {}
