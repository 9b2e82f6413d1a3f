//! The result in words, and for programs.

pub(crate) mod json;
pub(crate) mod text;
