//! The attribute is for structs.

#[self_borrow::self_borrow]
fn main() {}
