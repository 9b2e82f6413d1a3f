//! The attribute is for structs.

#[inline]
fn main() {}
