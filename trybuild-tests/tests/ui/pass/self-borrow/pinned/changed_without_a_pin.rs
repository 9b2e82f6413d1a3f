//! What is pinned is changed through its pin.

use self_borrow::self_borrow;

#[self_borrow]
struct Edit {
    #[lend(inline mut 'text)]
    text: String,
    place: &'text mut String,
}

fn main() {
    let mut edit = Edit::pin_box("one".to_owned(), |text| text);
    edit.as_mut().with_place_mut(|place| place.push('!'));
    assert_eq!(edit.into_owners(), "one!");
}
