//! Who enters an edge can't keep what was lent.

use leak::structured::{Value, lend};

fn main() {
    let text = String::from("text");
    let kept = lend::<Value<String>, _>(&text, |lender| {
        lender.edge().enter(|text| text.clone())
    });
    assert!(kept.is_ok());
}
