//! `core::mem`, with the question "may this be forgotten?" asked where it arises.
//!
//! | function or type | may forget | bound |
//! |---|---|---|
//! | [`forget`] | its argument | `T: Leak` |
//! | [`forget_static`] | its argument | `T: 'static` |
//! | [`forget_unchecked`] | its argument | none, `unsafe` |
//! | [`ManuallyDrop`] | what is put in | `T: Leak` on the way in |
//! | [`MaybeUninit`] | what is put in | `T: Leak` on the way in |
//! | [`drop`], [`replace`], [`swap`], [`take`] | nothing | none |
//!
//! [`is_leak`] says, for generic code, whether forgetting and dropping a value are the same.
//!
//! What of `core::mem` is missing here (`transmute`, `zeroed` and the like) is `unsafe` anyway.
//!
//! ```
//! use leak::mem;
//!
//! let name = String::from("kept for ever");
//! mem::forget(name);
//! ```
//!
//! A guard that borrows can't be forgotten:
//!
//! ```compile_fail,E0597
//! use leak::{Unleak, mem};
//!
//! let name = String::from("lent out");
//! let guard = Unleak(&name);
//! mem::forget(guard);
//! ```
//!
//! but one for `'static` data can:
//!
//! ```
//! use leak::{Unleak, mem};
//!
//! let guard = Unleak("lent out");
//! mem::forget(guard);
//! ```

mod forget;
mod is_leak;
mod manually_drop;
mod maybe_uninit;
mod messages;
mod uninit_arrays;

pub use core::mem::{
    Discriminant, align_of, align_of_val, discriminant, drop, needs_drop, offset_of, replace,
    size_of, size_of_val, swap, take,
};

pub use forget::{forget, forget_static, forget_unchecked};
pub use is_leak::is_leak;
pub use manually_drop::ManuallyDrop;
pub use maybe_uninit::MaybeUninit;
#[doc(hidden)]
pub use messages::Forget;
