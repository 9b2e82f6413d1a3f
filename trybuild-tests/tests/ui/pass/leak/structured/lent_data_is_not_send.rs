//! Data that is lent to one is used by another thread.

use leak::structured::{Value, lend_mut};
use std::sync::Arc;

fn main() {
    let mut data = Arc::new(1);
    lend_mut::<Value<Arc<i32>>, _>(&mut data, |lender| {
        lender.edge().enter(|data| *data = Arc::new(2)).unwrap();
    });
}
