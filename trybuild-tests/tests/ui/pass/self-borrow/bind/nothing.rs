//! `bind!` declares a struct.

self_borrow::bind! { struct Text bind 'a { text: Box<!'a u8>, place: &'a u8 } }

fn main() {}
