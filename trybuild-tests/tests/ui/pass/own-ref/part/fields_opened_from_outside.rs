//! The fields that were carried are those of the other struct, so its code must let them in: else a
//! struct of one's own with the same fields would set its private ones.

#[path = "../../../../../../own-ref/tests/expanded/fetch.rs"]
#[allow(dead_code)]
mod fetch;

use fetch::{ConnectingPart, Reading};
use own_ref::{Own, Slot};

fn main() {
    let mut slot = Slot::new();
    let own = slot.put(Reading { page: 1_u64, chunks: 2, read: 3_u64 });
    let carried = Own::part(own).drop_chunks().drop_read().carry::<fetch::Connecting<u64, u8>>();
    let part = ConnectingPart::of(carried);
    fn _same<'a>(part: ConnectingPart<'a, u64, u8, own_ref::Present, own_ref::Absent>) {
        drop(part);
    }
    drop(part);
}
