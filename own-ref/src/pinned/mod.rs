//! Pinned values outside of the heap.

mod slot;
mod tracked;

pub use slot::PinSlot;
#[doc(hidden)]
pub use tracked::Rest;
pub use tracked::Tracked;
