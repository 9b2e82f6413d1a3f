//! Nor the other way.

use self_borrow::self_borrow;

#[self_borrow]
struct Line<'s> {
    #[lend('text)]
    text: Vec<&'s str>,
    word: &'text &'s str,
}

fn lengthened<'s>(line: Line<'s>) -> Line<'static> {
    line
}

fn main() {
    let line = Line::new(vec!["one"], |text| &text[0]);
    assert_eq!(**lengthened(line).word(), "one");
}
