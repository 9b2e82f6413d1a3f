//! A field that is there must have the same type in the other state.

#[path = "../../../../../../own-ref/tests/expanded/fetch.rs"]
#[allow(dead_code)]
mod fetch;

use fetch::{Connecting, ConnectingPart, Reading};
use own_ref::{Own, Slot};

fn main() {
    let mut slot = Slot::new();
    let own = slot.put(Reading { page: 1_u64, chunks: 2, read: [0_u64; 4] });
    let part = Own::part(own).drop_chunks().drop_read();
    let other = ConnectingPart::of(part.carry::<Connecting<i64, u8>>());
    drop(other);
}
