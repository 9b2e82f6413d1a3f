#![doc = include_str!("../README.md")]
#![no_std]
#![cfg_attr(feature = "nightly", feature(auto_traits, negative_impls))]
#![cfg_attr(docsrs, feature(doc_cfg))]

#[cfg(feature = "alloc")]
extern crate alloc;
#[cfg(feature = "std")]
extern crate std;

#[doc(hidden)]
#[path = "private.rs"]
pub mod __private;
#[cfg(feature = "bumpalo")]
pub mod arena;
pub mod async_drop;
#[cfg(doc)]
#[doc = include_str!("../docs/counterexamples.md")]
pub mod counterexamples {
    #[doc = include_str!("../docs/counterexamples-async-drop.md")]
    pub mod async_drop {}
    #[doc = include_str!("../docs/counterexamples-bounds.md")]
    pub mod bounds {}
    #[doc = include_str!("../docs/counterexamples-macros.md")]
    pub mod macros {}
    #[doc = include_str!("../docs/counterexamples-memory.md")]
    pub mod memory {}
    #[doc = include_str!("../docs/counterexamples-ownership.md")]
    pub mod ownership {}
    #[doc = include_str!("../docs/counterexamples-structured.md")]
    pub mod structured {}
}
pub mod linear;
#[cfg(feature = "derive")]
mod macros;
mod marker;
pub mod mem;
pub mod ownership;
mod place;
#[cfg(feature = "alloc")]
pub mod rc;
#[cfg(feature = "alloc")]
mod shared;
#[cfg(feature = "std")]
pub mod structured;
#[cfg(feature = "alloc")]
pub mod sync;
#[cfg(feature = "std")]
pub mod thread;
#[cfg(feature = "alloc")]
pub mod vec;

pub use linear::{Linear, RoutineDrop};
#[cfg(all(feature = "derive", feature = "std"))]
pub use macros::framed;
#[cfg(feature = "derive")]
pub use macros::{Leak, Unleak, leak_bounds};
pub use marker::{Leak, Leak as Forget, LeakFn, LeakFnMut, LeakFnOnce, Unleak};
pub use mem::is_leak;
#[cfg(feature = "derive")]
pub use ownership::derives::{AllowedInRc, Disowns, NeverGives, RankedLeak, RoutineDrop};
pub use ownership::{AllowedInRc, Disowns, NeverGives, RankedLeak};
pub use place::Activate;
#[cfg(feature = "std")]
pub use place::{Held, JoinGuard, PinScope, Scope, scope};
#[cfg(feature = "alloc")]
pub use place::{LocalHeld, LocalScope, local_scope};
