//! Others may own the same, and read it.

use self_borrow::self_borrow;
use std::rc::Rc;

#[self_borrow]
struct Edit {
    #[lend(mut 'text)]
    text: Rc<String>,
    place: &'text mut String,
}

fn main() {
    let edit = Edit::new(Rc::new("one".to_owned()), |text| text);
    assert_eq!(edit.place().as_str(), "one");
}
