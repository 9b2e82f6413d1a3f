#![doc = include_str!("../../docs/async-drop.md")]

pub(crate) mod by_value;
mod combinators;
#[cfg(feature = "derive")]
pub(crate) mod derive_support;
mod exclusive;
mod glue;
#[cfg(feature = "std")]
mod guard;
#[cfg(feature = "derive")]
pub(crate) mod holds;
mod impls;
mod leak_impls;
#[cfg(feature = "derive")]
mod macros;
#[cfg(feature = "derive")]
mod own_code;
pub(crate) mod place;
#[cfg(feature = "alloc")]
mod poll_destruct;
#[cfg(feature = "alloc")]
mod recursive;
mod row;
#[cfg(feature = "std")]
pub(crate) mod scope;
mod slice;
#[cfg(feature = "alloc")]
mod slot;
pub(crate) mod traits;
#[cfg(feature = "derive")]
pub(crate) mod ways;

#[cfg(feature = "std")]
pub use crate::async_scope;
pub use crate::linear::Linear;
pub use combinators::{Chain, Defer, Either, Fuse, Noop, chain, defer, either, fuse, noop};
pub use exclusive::dropped_synchronously;
#[cfg(feature = "std")]
pub use guard::{AwaitGuard, GuardedTask, JoinError};
pub use impls::Plain;
#[cfg(feature = "derive")]
pub use macros::{AsyncDrop, must_async_drop};
#[cfg(feature = "alloc")]
pub use poll_destruct::{AsyncDropBoxed, PollDestruct, PollDrop, async_drop_boxed, poll_drop};
#[cfg(feature = "alloc")]
pub use recursive::boxed;
#[cfg(feature = "std")]
pub use scope::{AsyncScope, DropRest, HandOver, Held, OnCancel, Unwinding};
pub use slice::slice;
pub use traits::{AsyncDestruct, AsyncDrop, async_drop, async_drop_in_place};
