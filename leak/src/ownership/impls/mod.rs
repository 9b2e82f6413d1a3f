//! Which types of `core`, `alloc` and `std`, and of this crate, have the traits of this module, and
//! [`RoutineDrop`](crate::linear::RoutineDrop), whose structure is the same.
//!
//! What has no row has no impl, on both compilers. A row can be added later, but not taken away: so
//! iterators, drains and guards that hide what they own are not here.

mod core_types;
mod functions;
mod macros;

#[cfg(feature = "alloc")]
mod heap;
#[cfg(feature = "alloc")]
mod pointers;

#[cfg(feature = "std")]
mod std_types;
