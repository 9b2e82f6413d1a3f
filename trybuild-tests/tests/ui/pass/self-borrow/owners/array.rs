//! An array moves with the struct.

use self_borrow::self_borrow;

#[self_borrow]
struct Line {
    #[lend('text)]
    text: Box<[u8; 4]>,
    first: &'text u8,
}

fn main() {
    let line = Line::new(Box::new([1, 2, 3, 4]), |text| &text[0]);
    assert_eq!(**line.first(), 1);
}
