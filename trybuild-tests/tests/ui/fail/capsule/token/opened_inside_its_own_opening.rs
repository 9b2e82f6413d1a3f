//! A capsule that is open can't be opened: that would be a second token.

use capsule::{Capsule, Cell, Rc, family};

fn main() {
    let mut capsule = Capsule::<family!(Rc<'b, Cell<'b, u32>>)>::new(|b| Rc::new(b, Cell::new(1)));
    capsule.with(|_, _| capsule.with(|cell, token| *cell.borrow_mut(token) = 2));
}
