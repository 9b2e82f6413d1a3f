//! The lender stays in its frame. Edges may leave it.

use leak::structured::{Value, lend};

fn main() {
    let edge = lend::<Value<u32>, _>(&7, |lender| lender.edge());
    assert!(edge.enter(|n| *n).is_err());
}
