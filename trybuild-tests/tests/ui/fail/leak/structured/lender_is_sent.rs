//! Closing waits, so the lender stays on its thread. Edges may leave it.

use leak::structured::{Value, lend, scope};

fn main() {
    lend::<Value<u32>, _>(&7, |lender| {
        scope(|set| {
            set.spawn(move |_| lender.edge().enter(|n| *n)).detach();
        })
        .unwrap();
    });
}
