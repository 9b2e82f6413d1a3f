//! Data that is lent to many is used by several threads at once.

use core::cell::Cell;
use leak::structured::{Value, lend};

fn main() {
    let data = Cell::new(1);
    lend::<Value<Cell<i32>>, _>(&data, |lender| {
        lender.edge().enter(|data| data.set(2)).unwrap();
    });
}
