//! Nor what it borrows: the lifetime inside is one of the moment.

use leak::structured::{Shared, lend};

fn main() {
    let text = String::from("text");
    let mut kept: Option<&str> = None;
    lend::<Shared<str>, _>(&&*text, |lender| {
        lender.edge().enter(|text| kept = Some(*text)).unwrap();
    });
    assert_eq!(kept, Some("text"));
}
