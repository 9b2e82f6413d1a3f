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
mod bound;
#[cfg(doc)]
#[doc = include_str!("../docs/counterexamples.md")]
pub mod counterexamples {
    #[doc = include_str!("../docs/counterexamples-macros.md")]
    pub mod macros {}
}
#[cfg(doc)]
#[doc = include_str!("../docs/errors.md")]
pub mod errors {}
#[cfg(doc)]
#[doc = include_str!("../docs/expansion.md")]
pub mod expansion {}
mod family;
mod lend;
mod owner;
mod pending;
#[cfg(any(feature = "alloc", feature = "own-ref"))]
mod pinned;
mod single;
mod step;

#[cfg(feature = "macros")]
pub use self_borrow_macros::{bind, self_borrow};

pub use bound::Bound;
pub use family::{Family, FamilyAt, Of};
pub use lend::{CloneLend, Exclusive, Lend, LendAt, Lent, Seen, Shared};
#[cfg(feature = "stable_deref_trait")]
pub use owner::Stable;
pub use owner::{CloneOwner, MutOf, Owner, OwnerAt, OwnerMut, OwnerMutAt, RefOf};
#[cfg(feature = "own-ref")]
pub use pinned::InPlace;
pub use single::{
    AsyncStep, Built, Change, LentTo, Pair, Single, Step, TryAsyncStep, TryChange, TryStep,
};
pub use step::{
    AsyncStep0, AsyncStep1, AsyncStep2, AsyncStep3, AsyncStep4, AsyncStep5, AsyncStep6, AsyncStep7,
    AsyncStep8, Step0, Step1, Step2, Step3, Step4, Step5, Step6, Step7, Step8,
};
