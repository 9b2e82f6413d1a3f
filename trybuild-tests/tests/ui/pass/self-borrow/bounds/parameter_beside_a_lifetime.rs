//! With a lifetime, it is that.

use self_borrow::self_borrow;

#[self_borrow]
struct Line<'s, T: 's> {
    #[lend('text)]
    text: Vec<T>,
    first: &'text T,
    name: &'s str,
}

fn main() {
    let line = Line::new(vec![1, 2], |text| &text[0], "name");
    assert_eq!((**line.first(), *line.name()), (1, "name"));
}
