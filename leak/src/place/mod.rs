//! Unforgettable places: where guards live, so that nothing can keep their destructors from running.

mod activate;
mod frame_macro;
#[cfg(feature = "alloc")]
mod held;
#[cfg(feature = "alloc")]
pub(crate) mod list;
#[cfg(feature = "alloc")]
mod local;
#[cfg(feature = "alloc")]
pub(crate) mod panics;

#[cfg(feature = "std")]
mod child;
#[cfg(feature = "std")]
pub(crate) mod frame;
#[cfg(feature = "std")]
mod join_guard;
#[cfg(feature = "std")]
mod pin_scope;
#[cfg(feature = "std")]
mod scope;
#[cfg(feature = "std")]
mod shared_core;

pub use activate::Activate;
#[cfg(feature = "alloc")]
pub use held::LocalHeld;
#[cfg(feature = "alloc")]
pub use local::{LocalScope, local_scope};

#[cfg(feature = "std")]
pub use held::Held;
#[cfg(feature = "std")]
pub use join_guard::JoinGuard;
#[cfg(feature = "std")]
pub use pin_scope::PinScope;
#[cfg(feature = "std")]
pub use scope::{Scope, scope};
