//! The macros, documented here, so that the documentation can link to the rest.

/// Implements [`AsyncDestruct`](super::AsyncDestruct).
pub use leak_derive::AsyncDrop;

/// Bomb.
pub use leak_derive::must_async_drop;
