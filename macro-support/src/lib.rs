//! What the macro crates of the family share.
#![forbid(unsafe_code)]
