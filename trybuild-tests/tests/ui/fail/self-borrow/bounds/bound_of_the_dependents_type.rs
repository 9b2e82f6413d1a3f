//! As in any struct, the bounds of a field's type must be declared.

use self_borrow::self_borrow;

struct Shown<'t, T: std::fmt::Display>(&'t T);

#[self_borrow]
struct Line<T: 'static> {
    #[lend('text)]
    text: Vec<T>,
    first: Shown<'text, T>,
}

fn main() {
    let line = Line::new(vec![1, 2], |text| Shown(&text[0]));
    assert_eq!(*line.first().0, 1);
}
