//! Nor can it leave something shorter-lived in the data.

use leak::structured::lend_mut;

leak::family! {
    struct Words = for<'x> Vec<&'x str>;
}

fn main() {
    let text = String::from("text");
    let mut words: Vec<&str> = vec![];
    lend_mut::<Words, _>(&mut words, |lender| {
        let local = text.clone();
        lender.edge().enter(|words| words.push(&local)).unwrap();
    });
    assert_eq!(words.len(), 1);
}
