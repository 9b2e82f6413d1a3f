//! Two capsules can't be compared as a whole: with one brand for both, `eq` could move a pointer of one into a cell of the
//! other.

use capsule::{Capsule, Rc, family};

type One = family!(Rc<'b, u32>);

fn main() {
    let one = Capsule::<One>::new(|b| Rc::new(b, 1));
    let other = Capsule::<One>::new(|b| Rc::new(b, 1));
    assert!(one == other);
}
