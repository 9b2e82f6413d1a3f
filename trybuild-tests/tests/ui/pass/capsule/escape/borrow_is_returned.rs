//! A borrow of the content ends with the opening.

use capsule::{Capsule, Rc, family};

fn main() {
    let mut capsule = Capsule::<family!(Rc<'b, str>)>::new(|b| Rc::from_str(b, "a"));
    let text = capsule.with(|rc, _token| rc.to_string());
    assert_eq!(text, "a");
}
