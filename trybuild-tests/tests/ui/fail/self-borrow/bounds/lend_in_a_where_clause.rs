//! A lend is known within the fields only.

use self_borrow::self_borrow;

#[self_borrow]
struct Line<T: 'static>
where
    T: 'text,
{
    #[lend('text)]
    text: Vec<T>,
    first: &'text T,
}

fn main() {
    let line = Line::new(vec![1, 2], |text| &text[0]);
    assert_eq!(**line.first(), 1);
}
