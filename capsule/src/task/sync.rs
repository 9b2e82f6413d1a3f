//! What `list` is built on. The model in `tests/loom_deferred.rs` has another such module.

pub(crate) use core::sync::atomic::{AtomicPtr, AtomicU64, Ordering};
