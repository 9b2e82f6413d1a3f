//! A dependent that has to be `'static` borrows nothing.

use self_borrow::self_borrow;

struct Kept<T>(T);

#[self_borrow]
struct Line {
    #[lend('text)]
    text: String,
    word: Kept<&'text str>,
}

fn main() {
    let line = Line::new("one two".to_owned(), |text| Kept(&text[..3]));
    assert_eq!(line.word().0, "one");
}
