//! Through a shared reference, a `&mut` dependent can be read only.

use self_borrow::self_borrow;

#[self_borrow]
struct Edit {
    #[lend(mut 'text)]
    text: Box<String>,
    place: &'text mut String,
}

fn main() {
    let mut edit = Edit::new(Box::new("one".to_owned()), |text| text);
    edit.with_mut(|edit| edit.place.push('!'));
    assert_eq!(*edit.into_owners(), "one!");
}
