//! A closure may believe that what its result's type names outlives the lend. The pair must not outlive it
//! either, when a `map` to another family has made that invisible.
use self_borrow::{Bound, FamilyAt, Shared, family};
use std::marker::PhantomData;

struct Outlived<'s>(PhantomData<&'s ()>);

impl<'a, 's> FamilyAt<'a> for Outlived<'s> {
    type Of = (&'a str, PhantomData<&'a &'s ()>);
}

family!(struct Text<'a> = &'a str);

fn hide(local: &str) -> Bound<'static, Shared<String>, Text> {
    let pair = Bound::<'_, _, Outlived<'_>>::new(Shared(String::new()), |_| (local, PhantomData));
    pair.map::<Text>(|(local, _), _| local)
}

fn main() {
    let hidden = {
        let local = String::from("local");
        hide(&local)
    };
    hidden.with(|local, _| println!("{local}"));
}
