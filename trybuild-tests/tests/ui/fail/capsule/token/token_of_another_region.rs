//! A token is for the cells of its region only.

use capsule::{Capsule, Cell, Rc, family};

type Number = family!(Rc<'b, Cell<'b, u32>>);

fn main() {
    let mut one = Capsule::<Number>::new(|b| Rc::new(b, Cell::new(1)));
    let mut two = Capsule::<Number>::new(|b| Rc::new(b, Cell::new(2)));
    one.with(|one, _token| {
        two.with(|_two, token| *one.borrow_mut(token) = 3);
    });
}
