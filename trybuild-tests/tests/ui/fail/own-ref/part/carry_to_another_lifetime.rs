//! Nor may a lifetime in it change.

#[path = "../../../../../../own-ref/tests/expanded/fetch.rs"]
#[allow(dead_code)]
mod fetch;

use fetch::{Connecting, ConnectingPart, Reading};
use own_ref::{Absent, Own, Present};

type Carried<'a, 'v> = ConnectingPart<'a, &'v str, u8, Present, Absent>;

fn carry<'a, 'v>(own: Own<'a, Reading<&'v str, u64>>) -> Carried<'a, 'static> {
    let part = Own::part(own).drop_chunks().drop_read();
    ConnectingPart::of(part.carry::<Connecting<&'static str, u8>>())
}

fn main() {
    let mut slot = own_ref::Slot::new();
    drop(carry(slot.put(Reading { page: "page", chunks: 0, read: 0 })));
}
