//! Nothing has been proved of the lifetimes of a self-borrowing struct, so it is invariant: here, a shorter reference
//! could be put into the cell.

use self_borrow::self_borrow;

#[self_borrow]
struct Line<'s> {
    #[lend('text)]
    text: Vec<&'s str>,
    word: &'text &'s str,
}

fn shortened<'s>(line: Line<'s>, _: &'s str) -> Line<'s> {
    line
}

fn main() {
    let line = Line::new(vec!["one"], |text| &text[0]);
    assert_eq!(**shortened(line, "").word(), "one");
}
