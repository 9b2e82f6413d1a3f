//! An exclusive edge is for one call.

use leak::structured::{Value, lend_mut};

fn main() {
    lend_mut::<Value<u32>, _>(&mut 7, |lender| {
        let edge = lender.edge();
        edge.enter(|n| *n += 1).unwrap();
        edge.enter(|n| *n += 1).unwrap();
    });
}
