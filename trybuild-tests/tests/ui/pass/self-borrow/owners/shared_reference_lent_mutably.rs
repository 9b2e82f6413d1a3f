//! A shared reference can't be made unique.

use self_borrow::self_borrow;

#[self_borrow]
struct Edit<'s> {
    #[lend(mut 'text)]
    text: &'s mut u8,
    place: &'text mut u8,
}

fn main() {
    let mut byte = 1;
    let mut edit = Edit::new(&mut byte, |text| text);
    edit.with_place_mut(|place| **place = 2);
}
