#![doc = include_str!("../README.md")]
#![forbid(unsafe_code)]

pub mod attr;
pub mod crate_path;
pub mod diag;
pub mod fallback;
pub mod field_check;
pub mod generics;
pub mod impl_header;
pub mod names;
pub mod self_type;
pub mod span;
pub mod text;
pub mod visibility;
