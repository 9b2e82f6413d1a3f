//! Changing the state of an enum in place.
//!
//! [`update`] lends out the payload of the current variant as an owned reference, so that the
//! function can take it apart, build the payload of another variant from it where it lies, and say
//! which variant it is now. Meanwhile the enum is in its *sentinel* variant, which has no data: if
//! the function panics, that is what is left. [`update_pin`] does the same for a pinned enum, with
//! pinned fields that no state moves: this is what a hand-written `poll` needs. A pinned field may even
//! [turn](crate::part::Turn) into one of another type where it lies.
//!
//! `#[derive(States)]` on a `#[repr(C, u8)]` enum implements [`States`]. Every variant but the sentinel
//! holds one struct with `#[derive(Fields)]`.

pub(crate) mod derive_support;
mod next;
mod state;
mod traits;
mod update;

pub use next::Next;
pub use state::{Current, State, Vacant};
pub use traits::{Layout, PinStates, States, Variant};
pub use update::{update, update_pin};
