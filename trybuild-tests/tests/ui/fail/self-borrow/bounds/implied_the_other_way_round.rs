//! `&'s &'text ()` would say that the lend outlives a parameter, and it doesn't.

use self_borrow::self_borrow;

#[self_borrow]
struct Line<'s> {
    #[lend('text)]
    text: Vec<&'s str>,
    proof: Option<&'s &'text ()>,
}

fn main() {
    let line = Line::new(vec!["one"], |_| None);
    assert!(line.proof().is_none());
}
