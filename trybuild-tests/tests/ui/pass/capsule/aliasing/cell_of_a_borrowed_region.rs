//! One after the other.

use capsule::{Cell, region};

fn main() {
    region(|_, token| {
        let cell = Cell::new(0);
        let (a, b) = (&cell, &cell);
        *b.borrow_mut(token) = 42;
        let inner = &mut *token;
        *a.borrow_mut(inner) = 13;
        assert_eq!(*b.borrow(token), 13);
    });
}
