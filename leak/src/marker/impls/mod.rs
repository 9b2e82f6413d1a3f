//! Which types of `core`, `alloc` and `std` are [`Leak`](trait@crate::Leak).
//!
//! The same impls serve both compilers. On stable they are all there is. On nightly, an explicit
//! impl replaces the rule of the auto trait ("if the fields are") for its type. That rule is wrong,
//! or has no answer, for types made of raw pointers (`Vec`), and for types that hold a mere
//! reference but forget what is behind it (`PeekMut`). It is right for all others, and an explicit
//! impl says the same. Types that are unstable in std have no row.
//!
//! Where std doesn't document what happens when a value is forgotten, the impl asks for more rather
//! than less: a bound can be lifted later, but not added. `tests/auto_traits.rs` pins the table.

mod cells;
mod fundamental;
mod iterators;
mod macros;
#[cfg(feature = "nightly")]
mod raw_pointers;
#[cfg(not(feature = "nightly"))]
mod stable_only;
mod values;

#[cfg(feature = "alloc")]
mod collections;
#[cfg(feature = "alloc")]
mod dynamic;
#[cfg(feature = "alloc")]
mod heap;
#[cfg(feature = "alloc")]
mod takers;

#[cfg(feature = "std")]
mod environment;
#[cfg(feature = "std")]
mod io;
#[cfg(feature = "std")]
mod locks;
#[cfg(feature = "std")]
mod threads;
