//! What macro expansions need. Not public API: it changes with the derive crate, to which this
//! crate is locked.
//!
//! The derive crate writes no `unsafe`. It stands in the macros that are re-exported here, next to
//! `$crate`, so that a forged path (`crate = path`, `extern crate self as capsule`) can't lend it to
//! other traits and functions. What they need to be sound is checked by the derive crate only, so
//! calling one of them by hand is like writing `unsafe`; their names start with that word.

/// `family!`
pub use crate::family::{At, Named};
pub use core::marker::PhantomData;

/// The expansions of the derives. The functions are for `unsafe_derive_capsule_send`.
pub use crate::marker::derive_support::{
    a_value_of, each_field_must_be_capsule_send, each_send_field_must_be_send_and_static,
};
pub use crate::{
    __derive_family as derive_family,
    __unsafe_capsule_send_after_error as unsafe_capsule_send_after_error,
    __unsafe_derive_capsule_send as unsafe_derive_capsule_send,
};

/// `unsize_rc!`
pub use crate::rc::unsize::{RawRegion, into_raw_parts, out_of_raw_parts};

/// Errors are reported by the same path as everything else: whoever could silence them has
/// replaced the expansion, too.
pub use core::compile_error;

/// `root_local!`
#[cfg(feature = "std")]
pub use std::thread_local;

/// `token!`
#[cfg(all(feature = "std", target_has_atomic = "64"))]
pub use crate::token::{Anchor, Hold, token_of};
