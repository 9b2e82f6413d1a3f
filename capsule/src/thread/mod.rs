//! Threads that hand over what they built, and access to what is bound to a thread.

mod join;
mod root;

pub use join::{
    JoinHandle, ScopedJoinHandle, spawn, spawn_build, spawn_scoped, spawn_with, spawn_with_scoped,
};
pub use root::{RootLocal, ThreadLocalKey, thread_root, thread_root_with};

#[doc(hidden)]
pub use root::Slot;
