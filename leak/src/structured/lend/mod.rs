//! Edges between frames: one lends, others enter, and the lending frame doesn't end before they left.

mod core;
mod exclusive;
mod revoked;
mod shared;

pub use exclusive::{EdgeMut, LenderMut, lend_mut};
pub use revoked::Revoked;
pub use shared::{Edge, Lender, lend};
