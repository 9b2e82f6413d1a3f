//! The data of two lenders can't be exchanged: their lifetimes are different ones.

use leak::structured::lend_mut;

leak::family! {
    struct Words = for<'x> Vec<&'x str>;
}

fn main() {
    let (mut one, mut two): (Vec<&str>, Vec<&str>) = (vec!["one"], vec!["two"]);
    lend_mut::<Words, _>(&mut one, |first| {
        lend_mut::<Words, _>(&mut two, |second| {
            let (first, second) = (first.edge(), second.edge());
            first
                .enter(|one| second.enter(|two| core::mem::swap(one, two)))
                .unwrap()
                .unwrap();
        });
    });
    assert_eq!(one.len(), two.len());
}
