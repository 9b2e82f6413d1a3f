//! What macro expansions need. Not public API: it changes with the derive crate, to which this
//! crate is locked.
//!
//! The derive crate writes no `unsafe`. It stands in the macros that are re-exported here, next to
//! `$crate`, so that a forged path (`crate = path`, `extern crate self as leak`) can't lend it to
//! other traits and functions. What they need to be sound is checked by the derive crate only, so
//! calling one of them by hand is like writing `unsafe`; their names start with that word.

/// The expansions of the assertions call them.
pub use crate::marker::assert::{IsLeak, MaybeNotLeak, NotLeak, assert_leak};
pub use core::primitive::bool;

/// The expansions of the derives. The functions are for `unsafe_derive_leak`.
pub use crate::marker::derive_support::{a_value_of, each_field_must_be_leak};
pub use crate::{
    __derive_unleak as derive_unleak, __unsafe_derive_leak as unsafe_derive_leak,
    __unsafe_leak_after_error as unsafe_leak_after_error,
};

/// Those of the derives of what a type owns.
pub use crate::ownership::derive_support::{
    each_field_must_be_allowed_in_rc, each_field_must_disown, each_field_must_drop_routinely,
    each_field_must_have_rank, each_field_must_never_give, handle, rank,
};
pub use crate::{
    __check_of_fields as check_of_fields, __unsafe_derive_ownership as unsafe_derive_ownership,
    __unsafe_ownership_after_error as unsafe_ownership_after_error,
};
pub use core::primitive::usize;

/// What `#[framed]` makes of `frame!`. It declares one of each.
#[cfg(feature = "std")]
pub use crate::__unsafe_open_frame as unsafe_open_frame;
#[cfg(feature = "std")]
pub use crate::place::frame::{Frame, FrameStore};

/// `family!` implements `Debug`.
#[cfg(feature = "std")]
pub use core::fmt;

/// Errors are reported by the same path as everything else: whoever could silence them has
/// replaced the expansion, too.
pub use core::compile_error;

/// What has to do with asynchronous destructors: the places that their glue works on, and the expansion of the derive.
pub mod async_drop {
    pub use crate::async_drop::by_value::by_value;
    #[cfg(feature = "derive")]
    pub use crate::async_drop::derive_support::*;
    pub use crate::async_drop::dropped_synchronously;
    #[cfg(feature = "derive")]
    pub use crate::async_drop::holds::{Derived, Holds, In, Itself};
    pub use crate::async_drop::place::{Doomed, Fresh, Pinned, Pinning};
    #[cfg(feature = "std")]
    pub use crate::async_drop::scope::run;
    #[cfg(feature = "derive")]
    pub use crate::async_drop::ways::*;
    #[cfg(feature = "derive")]
    pub use crate::{
        __async_drop_after_error as after_error, __drop_is_reported as drop_is_reported,
        __unsafe_async_drop_fields as unsafe_async_drop_fields,
        __unsafe_derive_async_drop as unsafe_derive_async_drop,
    };
    pub use core::convert::identity;
    pub use core::future::Future;
    pub use core::marker::Send;
    pub use core::mem::drop;
    pub use core::ops::Drop;
}
