//! Reference counting in a region: `std::rc`, with a brand.
//!
//! [`Rc<'b, T>`](Rc) is a transparent wrapper of the standard library's `Rc`: the same size, the same instructions.
//! The brand `'b` says which region it belongs to, and with it, that all of its clones do. That is what makes it
//! possible to move the region to another thread: see [`Capsule`](crate::Capsule).

mod access;
mod convert;
mod forward;
mod make_mut;
mod strong;
pub(crate) mod unsize;
mod weak;

pub use make_mut::MakeMut;
pub use strong::Rc;
pub use weak::Weak;
