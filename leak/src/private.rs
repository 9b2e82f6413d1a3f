//! What macro expansions need. Not public API: it changes with the derive crate, to which this
//! crate is locked.

/// The expansions of the assertions call them.
pub use crate::marker::assert::{IsLeak, NotLeak, assert_leak};

/// The expansion of `frame!` declares one of each.
#[cfg(feature = "std")]
pub use crate::place::frame::{Frame, FrameStore};
