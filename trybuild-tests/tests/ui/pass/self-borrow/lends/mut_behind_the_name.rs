//! As in `&mut` of a lend: what it is, then how long.

use self_borrow::self_borrow;

#[self_borrow]
struct Line {
    #[lend(mut 'text)]
    text: String,
    word: &'text mut str,
}

fn main() {
    let line = Line::new("one two".to_owned(), |text| &mut text[..3]);
    assert_eq!(*line.word(), "one");
}
