//! Derives and attributes of the `leak` crate.
#![forbid(unsafe_code)]
