#![doc = include_str!("../README.md")]
#![no_std]
#![cfg_attr(docsrs, feature(doc_cfg))]

extern crate alloc;
#[cfg(feature = "std")]
extern crate std;

#[doc(hidden)]
#[path = "private.rs"]
pub mod __private;
mod brand;
mod capsule;
#[cfg(doc)]
#[doc = include_str!("../docs/counterexamples.md")]
pub mod counterexamples {}
mod family;
mod marker;
pub mod rc;
#[cfg(feature = "serde")]
mod serde;
#[cfg(all(feature = "std", target_has_atomic = "64"))]
pub mod task;
#[cfg(feature = "std")]
pub mod thread;
#[cfg(all(feature = "std", target_has_atomic = "64"))]
pub mod token;

pub use brand::{Brand, region};
pub use capsule::{Capsule, Poisoned};
pub use family::Family;
pub use ghost_cell::GhostToken;
pub use marker::{CapsuleSend, Plain};
pub use rc::{Rc, Weak};
#[cfg(feature = "std")]
pub use thread::{JoinHandle, ThreadLocalKey, spawn, spawn_with, thread_root};

#[cfg(feature = "derive")]
pub use capsule_derive::{CapsuleSend, Family};

/// A cell that is borrow-checked by the token of its region, at no cost at run time: that of
/// [`ghost_cell`].
///
/// `cell.borrow(&token)` and `cell.borrow_mut(&mut token)` are field accesses. There is one token for an
/// opening, so what is borrowed from one cell mutably keeps all cells of the region borrowed.
///
/// ```
/// use capsule::{Capsule, Cell, Rc, family};
///
/// let mut shared = Capsule::<family!([Rc<'b, Cell<'b, u32>>; 2])>::new(|b| {
///     let cell = Rc::new(b, Cell::new(1));
///     [cell.clone(), cell]
/// });
/// let seen = shared.with(|[one, other], token| {
///     *one.borrow_mut(token) += 1;
///     *other.borrow(token)
/// });
/// assert_eq!(seen, 2);
/// ```
pub type Cell<'b, T> = ghost_cell::GhostCell<'b, T>;
