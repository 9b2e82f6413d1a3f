//! An owner that is lent mutably can't be seen by anyone else.

use self_borrow::self_borrow;

#[self_borrow]
struct Edit {
    #[lend(mut 'text)]
    text: Box<String>,
    place: &'text mut String,
}

fn main() {
    let edit = Edit::new(Box::new("one".to_owned()), |text| text);
    assert_eq!(edit.text(), "one");
}
