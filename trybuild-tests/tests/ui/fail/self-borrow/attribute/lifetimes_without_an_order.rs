//! What is borrowed is stored for the shortest lifetime of the struct, so it must be known which one that is.

use self_borrow::self_borrow;

#[self_borrow]
struct Line<'x, 'y> {
    #[lend('text)]
    text: Vec<(&'x str, &'y str)>,
    first: &'text (&'x str, &'y str),
}

fn main() {
    let line = Line::new(vec![("a", "b")], |text| &text[0]);
    assert_eq!(line.first().1, "b");
}
