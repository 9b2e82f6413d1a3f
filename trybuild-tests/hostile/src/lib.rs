//! The macros in a crate whose names shadow those of the standard library.
//!
//! What a macro writes into a user's crate is resolved there. So each of these must compile, and
//! mean the same as elsewhere:
//!
//! - `::core`, `::alloc` and `::std` are this crate;
//! - types, traits, functions, macros and modules have the names of the prelude, of the libraries, and of their
//!   private parts ([`names`]);
//! - nothing is in scope at all ([`no_prelude`]);
//! - parameters, fields, variables and labels have the names that expansions use ([`parameters`]);
//! - items are written by `macro_rules!`, lie in functions and constants, and have raw names ([`places`]).

extern crate self as alloc;
extern crate self as core;
extern crate self as std;
/// The one that is meant elsewhere.
extern crate std as std_again;

pub mod borrow_names;
pub mod borrow_no_prelude;
pub mod borrow_places;
pub mod capsules;
pub mod capsules_no_prelude;
pub mod async_drops;
pub mod constants;
pub mod names;
pub mod no_prelude;
pub mod own_names;
pub mod own_no_prelude;
pub mod own_places;
pub mod parameters;
pub mod places;

#[cfg(test)]
mod tests;
