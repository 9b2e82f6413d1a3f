#![doc = include_str!("../README.md")]
#![no_std]
#![cfg_attr(docsrs, feature(doc_cfg))]

#[cfg(feature = "alloc")]
extern crate alloc;
#[cfg(feature = "std")]
extern crate std;

#[doc(hidden)]
#[path = "private.rs"]
pub mod __private;
#[cfg(doc)]
#[doc = include_str!("../docs/counterexamples.md")]
pub mod counterexamples {
    #[doc = include_str!("../docs/counterexamples-macros.md")]
    pub mod macros {}
}
mod dropping;
pub mod init;
mod own;
pub mod part;
mod pinned;
mod place;
#[cfg(feature = "serde")]
mod serde;
pub mod states;
mod unsize;

#[cfg(feature = "alloc")]
pub use place::boxed;
#[cfg(feature = "bumpalo")]
pub use place::bump;
#[cfg(feature = "alloc")]
pub use place::vec;

#[cfg(feature = "derive")]
pub use own_ref_derive::{Fields, States, own_drop};

pub use dropping::{Dropping, OwnDrop};
pub use init::{Filling, Init};
pub use own::{Items, Own};
pub use part::{Absent, Fields, Part, Present};
pub use pinned::{PinSlot, Tracked};
pub use place::{Hole, Slot, option};
pub use states::States;
pub use unsize::{CallOnce, DynAny};

/// The other name of [`Own`]: a reference that can be used once.
pub type RefOnce<'a, T> = Own<'a, T>;
