//! Nor can it be built in: only what works for every lifetime can be a dependent.

use self_borrow::self_borrow;

#[self_borrow]
struct Line {
    #[lend('text)]
    text: String,
    word: &'text str,
}

fn main() {
    let short = String::from("short");
    let line = Line::new("one two".to_owned(), |_| short.as_str());
    drop(short);
    assert_eq!(*line.word(), "short");
}
