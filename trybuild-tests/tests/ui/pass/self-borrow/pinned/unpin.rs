//! Nobody can say that it may be moved.

use self_borrow::self_borrow;

#[self_borrow]
struct Line {
    #[lend(inline 'text)]
    text: [u8; 4],
    first: &'text u8,
}


fn main() {
    let line = Line::pin_box([1, 2, 3, 4], |text| &text[0]);
    assert_eq!(**line.first(), 1);
}
