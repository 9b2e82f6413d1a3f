//! A struct with an owner inline is moved by nobody: what borrows from the owner points into the struct.

use self_borrow::self_borrow;

#[self_borrow]
struct Line {
    #[lend(inline 'text)]
    text: [u8; 4],
    first: &'text u8,
}

fn main() {
    let line = Line::pin_box([1, 2, 3, 4], |text| &text[0]);
    let moved = *std::pin::Pin::into_inner(line);
    assert_eq!(**moved.first(), 1);
}
