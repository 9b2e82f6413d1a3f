//! Nor what it borrows: the lifetime inside is one of the moment.

use leak::structured::{Shared, lend};

fn main() {
    let text = String::from("text");
    let mut kept: Option<String> = None;
    lend::<Shared<str>, _>(&&*text, |lender| {
        lender.edge().enter(|text| kept = Some((*text).to_owned())).unwrap();
    });
    assert_eq!(kept.as_deref(), Some("text"));
}
