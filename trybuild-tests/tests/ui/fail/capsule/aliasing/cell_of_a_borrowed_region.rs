//! The same of a region: while its token is borrowed, no reference to one of its cells can be used.

use capsule::{Cell, region};

fn main() {
    region(|_, token| {
        let cell = Cell::new(0);
        let (a, b) = (&cell, &cell);
        let inner = &mut *token;
        *b.borrow_mut(token) = 42;
        *a.borrow_mut(inner) = 13;
        assert_eq!(*b.borrow(token), 13);
    });
}
