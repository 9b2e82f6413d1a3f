//! What the macro crates of the family share.
//!
//! Not a public interface: the version is locked (`=`) to the macro crates that use it.
//!
//! A macro of the family parses its input, checks all of it, and only then expands it:
//!
//! * [`diag`] collects what is wrong, so that one run reports every mistake of an item, each at
//!   the smallest token that is wrong and with the fix. Only a finished [`diag::Diag`] hands out
//!   the checked value.
//! * [`attr`] reads `key = value` arguments of helper attributes and of attribute macros.
//! * [`crate_path`] is the path at which generated code finds its library.
//! * [`fallback`] is what to expand to after an error, so that no follow-on errors appear.
//! * [`generics`] reshapes generic parameter lists.
//! * [`span`] places generated tokens: where the user's token is, with the hygiene of a macro.
//!
//! # Two rules for generated code
//!
//! 1. **No `unsafe` token.** The path to the library is the user's to choose, by `crate = path`
//!    or by `extern crate self as …`. An `unsafe impl #path::Trait` would let a crate that
//!    forbids unsafe code implement any unsafe trait, by naming a module that re-exports it. So a
//!    macro expands to `#path::__private::some_macro! { … }`, and the `unsafe` stands in that
//!    `macro_rules!` macro, next to `$crate`. A forged path then reaches only the forger's own
//!    macro.
//! 2. **Errors go the same way**, as `#path::__private::compile_error!`: whoever can silence them
//!    (`::core` can be forged too) has also replaced the expansion that they would have stopped.
#![forbid(unsafe_code)]

pub mod attr;
pub mod crate_path;
pub mod diag;
pub mod fallback;
pub mod generics;
pub mod span;
