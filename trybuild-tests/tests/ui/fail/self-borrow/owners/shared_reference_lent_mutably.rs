//! A shared reference can't be made unique.

use self_borrow::self_borrow;

#[self_borrow]
struct Edit<'s> {
    #[lend(mut 'text)]
    text: &'s u8,
    place: &'text mut u8,
}

fn main() {
    let byte = 1;
    let mut edit = Edit::new(&byte, |text| text);
    edit.with_place_mut(|place| **place = 2);
}
