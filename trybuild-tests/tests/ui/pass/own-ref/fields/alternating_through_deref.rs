// A type macro, and a field that dereferences to what the macro says next: what would be owned is
// somebody else's.
use own_ref::{Fields, Own, Slot};
use std::ops::{Deref, DerefMut};

#[derive(Debug)]
struct Lens<'a>(&'a mut String);

impl Deref for Lens<'_> {
    type Target = String;
    fn deref(&self) -> &String {
        self.0
    }
}
impl DerefMut for Lens<'_> {
    fn deref_mut(&mut self) -> &mut String {
        self.0
    }
}

#[derive(Fields)]
#[own_ref(split_only)]
struct Data<'a> {
    field: hostile_macros::echo!(Lens<'a>),
    _text: &'a str,
}

fn main() {
    let mut text = String::from("mine");
    let mut slot = Slot::new();
    let data = Data { field: Lens(&mut text), _text: "" };
    drop(Own::split(slot.put(data)));
    assert_eq!(text, "mine");
}
