//! Sets of threads, bound to a scope.

mod child;
mod core;
mod join_guard;
mod raw;
mod scope;
mod spawn_error;

pub use join_guard::JoinGuard;
pub use scope::{ThreadSet, scope};
pub use spawn_error::SpawnError;
