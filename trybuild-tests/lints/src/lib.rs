//! Every lint of rustc and clippy on what the macros generate.
//!
//! Users switch on whatever they like, and `#![forbid(unsafe_code)]` besides. A macro must not make
//! a lint fire on code that they didn't write. So this crate has all lints on (see `Cargo.toml`) and
//! uses each macro in each shape.

#![forbid(unsafe_code)]

pub mod async_drops;
pub mod bounds;
pub mod capsules;
pub mod derive_leak;
pub mod derive_unleak;
pub mod families;
pub mod frames;
pub mod owned_fields;
pub mod owned_states;
pub mod ownership;
pub mod self_borrowing;
