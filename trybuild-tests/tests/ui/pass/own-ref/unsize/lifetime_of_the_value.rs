//! The trait object lives as long as the value that it stands for.

use own_ref::{Own, Slot, unsize};
use std::fmt::Display;

fn object<'s, 'v: 's>(own: Own<'s, &'v str>) -> Own<'s, dyn Display + 'v> {
    unsize!(own => dyn Display + 'v)
}

fn main() {
    let mut slot = Slot::new();
    assert_eq!(object(slot.put("text")).to_string(), "text");
}
