//! Cancellation: a tree of flags that follows the tree of scopes.

mod handle;
mod node;
mod reason;

pub use handle::{Cancel, checkpoint};
pub(super) use node::{Ambient, Node};
pub use reason::{Cancelled, Reason};
