//! Places: memory that owned references point into.

#[cfg(feature = "alloc")]
pub mod boxed;
#[cfg(feature = "bumpalo")]
pub mod bump;
mod hole;
mod hole_slice;
pub mod option;
mod slot;
#[cfg(feature = "alloc")]
pub mod vec;

pub use hole::Hole;
pub use slot::Slot;
