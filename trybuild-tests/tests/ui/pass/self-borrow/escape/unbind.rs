//! When `unbind` gives the owner back, nothing borrows from it.

use self_borrow::self_borrow;

#[self_borrow]
struct Edit {
    #[lend(mut 'text)]
    text: Box<String>,
    place: &'text mut String,
}

fn main() {
    let edit = Edit::new(Box::new("one".to_owned()), |text| text);
    let (text, place) = edit.unbind(|edit| edit.place.len());
    drop(text);
    assert_eq!(place, 3);
}
