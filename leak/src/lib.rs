//! The destruction guarantee on stable Rust.
#![no_std]
#![cfg_attr(feature = "nightly", feature(auto_traits, negative_impls))]
#![cfg_attr(docsrs, feature(doc_cfg))]

#[cfg(feature = "alloc")]
extern crate alloc;
#[cfg(feature = "std")]
extern crate std;

mod marker;
pub mod mem;
mod place;
#[cfg(feature = "alloc")]
pub mod rc;
#[cfg(feature = "alloc")]
mod shared;
#[cfg(feature = "alloc")]
pub mod sync;
#[cfg(feature = "std")]
pub mod thread;

pub use marker::{Leak, Leak as Forget, LeakFn, LeakFnMut, LeakFnOnce, Unleak};
pub use place::*;

/// What the expansions of this crate's macros name. Not part of the public API.
#[doc(hidden)]
pub mod __private {
    pub use crate::marker::assert::{IsLeak, NotLeak, assert_leak};
}
