//! There is one token, so one cell of a region is borrowed mutably at a time: two may be the same.

use capsule::{Capsule, Cell, Rc, family};

fn main() {
    let mut cells = Capsule::<family!([Rc<'b, Cell<'b, u32>>; 2])>::new(|b| {
        let cell = Rc::new(b, Cell::new(1));
        [cell.clone(), cell]
    });
    cells.with(|[one, other], token| {
        let one = *one.borrow(token);
        let other = other.borrow_mut(token);
        *other = one;
    });
}
