//! Nor can the lifetime of a pair be made longer afterwards, though nothing that is left mentions it.

use self_borrow::{Bound, Shared, family};

family!(struct Text<'a> = &'a str);

fn lengthened<'s>(pair: Bound<'s, Shared<String>, Text>) -> Bound<'static, Shared<String>, Text> {
    pair.map(|text, _| text)
}

fn main() {
    let pair = Bound::new(Shared(String::from("text")), |text| text);
    lengthened(pair).with(|text, _| assert_eq!(*text, "text"));
}
