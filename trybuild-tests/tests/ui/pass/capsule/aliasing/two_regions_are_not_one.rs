//! The law of "one name, one place" asked of one name.

use capsule::{Cell, GhostToken, region};

fn assert_aliased<'a>(token: &mut GhostToken<'a>, a: &Cell<'a, u32>, b: &Cell<'a, u32>) {
    *a.borrow_mut(token) = 13;
    *b.borrow_mut(token) = 42;
    assert_eq!(*a.borrow(token), 42);
}

fn main() {
    region(|_, token| {
        let a = Cell::new(0);
        region(|_, other| {
            let b = Cell::new(0);
            *b.borrow_mut(other) = 1;
            assert_aliased(token, &a, &a);
        });
    });
}
