//! What is lent for changes is nobody else's meanwhile.

use leak::structured::{Value, lend_mut};

fn main() {
    let mut data = 7;
    lend_mut::<Value<i32>, _>(&mut data, |lender| {
        data += 1;
        lender.edge().enter(|n| *n += 1).unwrap();
    });
    assert_eq!(data, 8);
}
