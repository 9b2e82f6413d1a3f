//! A closure whose result mentions `&'a &'s ()` may return what is borrowed for `'s`, which outlives every `'a` that there is. When
//! `map` has made something else of it, `'s` is still in the type of the pair.

use self_borrow::{Bound, FamilyAt, Shared, family};
use std::marker::PhantomData;

struct Within<'s>(PhantomData<&'s ()>);

impl<'a, 's> FamilyAt<'a> for Within<'s> {
    type Of = (&'a str, PhantomData<&'a &'s ()>);
}

family!(struct Text<'a> = &'a str);

fn returned<'s>(short: &'s str) -> Bound<'s, Shared<String>, Text> {
    Bound::<'s, _, Within<'s>>::new(Shared(String::new()), |_| (short, PhantomData))
        .map::<Text>(|(text, _), _| text)
}

fn main() {
    let text = String::from("text");
    returned(&text).with(|text, _| assert_eq!(*text, "text"));
}
