//! `bind!` declares a struct.

self_borrow::bind! {}

fn main() {}
