//! A lend declares its lifetime. With a parameter of that name, two things would have one name.

use self_borrow::self_borrow;

#[self_borrow]
struct Line<'t> {
    #[lend('text)]
    text: Vec<&'t str>,
    word: &'text &'t str,
}

fn main() {
    let line = Line::new(vec!["one", "two"], |text| &text[1]);
    assert_eq!(**line.word(), "two");
}
