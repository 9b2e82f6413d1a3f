//! A type with a lifetime that isn't written.

use self_borrow::self_borrow;

struct Word<'t>(&'t str);

#[self_borrow]
struct Line {
    #[lend('text)]
    text: String,
    word: &'text str,
    rest: Word,
}

fn main() {
    let line = Line::new("one two".to_owned(), |text| &text[..3], |text| Word(&text[4..]));
    assert_eq!((*line.word(), line.rest().0), ("one", "two"));
}
