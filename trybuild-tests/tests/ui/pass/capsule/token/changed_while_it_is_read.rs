//! Nor can it be opened for change while it is read.

use capsule::{Capsule, Cell, Rc, family};

fn main() {
    let capsule = Capsule::<family!(Rc<'b, Cell<'b, u32>>)>::new(|b| Rc::new(b, Cell::new(1)));
    capsule.with_ref(|cell, token| {
        let read = cell.borrow(token);
        assert_eq!(*read, 1);
        capsule.with_ref(|cell, token| assert_eq!(cell.borrow(token), read));
    });
}
