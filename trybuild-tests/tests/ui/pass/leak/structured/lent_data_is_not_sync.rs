//! Data that is lent to many is used by several threads at once.

use core::sync::atomic::{AtomicI32, Ordering::Relaxed};
use leak::structured::{Value, lend};

fn main() {
    let data = AtomicI32::new(1);
    lend::<Value<AtomicI32>, _>(&data, |lender| {
        lender.edge().enter(|data| data.store(2, Relaxed)).unwrap();
    });
}
