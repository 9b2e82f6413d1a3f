//! Nor are two of them swapped.

use self_borrow::self_borrow;
use std::mem;

#[self_borrow]
struct Line {
    #[lend(inline 'text)]
    text: [u8; 4],
    first: &'text u8,
}

fn main() {
    let mut a = Line::pin_box([1, 2, 3, 4], |text| &text[0]);
    let mut b = Line::pin_box([5, 6, 7, 8], |text| &text[0]);
    mem::swap(&mut *a, &mut *b);
    assert_eq!(**a.first(), 5);
}
