//! `&'text &'s ()` says that `'s` outlives `'text`. That must not be turned around.

use self_borrow::self_borrow;

fn longer<'l, 's>(_: &'l &'s (), text: &'l str) -> &'s str {
    text
}

#[self_borrow]
struct Line<'s> {
    #[lend('text)]
    text: String,
    proof: &'text &'s (),
    word: &'text str,
}

fn main() {
    let line = Line::new("one two".to_owned(), |_| &&(), |text| &text[..3]);
    assert_eq!(longer(line.proof(), line.word()), "static");
}
