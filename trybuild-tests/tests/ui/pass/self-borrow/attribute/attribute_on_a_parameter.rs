//! Parameters are copied to many places, their attributes can't be.

use self_borrow::self_borrow;

#[self_borrow]
struct Line<T: 'static> {
    #[lend('text)]
    text: Vec<T>,
    word: &'text T,
}

fn main() {
    let line = Line::new(vec![1, 2], |text| &text[1]);
    assert_eq!(**line.word(), 2);
}
