//! What borrows is stored at a lifetime that all parameters must outlive. Without a lifetime among the parameters, that is
//! `'static`.

use self_borrow::self_borrow;

#[self_borrow]
struct Line<T> {
    #[lend('text)]
    text: Vec<T>,
    first: &'text T,
}

fn main() {
    let line = Line::new(vec![1, 2], |text| &text[0]);
    assert_eq!(**line.first(), 1);
}
