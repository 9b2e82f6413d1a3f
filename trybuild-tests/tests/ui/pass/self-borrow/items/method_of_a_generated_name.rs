//! Methods of that name are generated.

use self_borrow::self_borrow;

#[self_borrow]
struct Line {
    #[lend('text)]
    text: String,
    word: &'text str,
}

impl Line {
    fn upper(&self) -> &str {
        "word"
    }
}

fn main() {
    let line = Line::new("one two".to_owned(), |text| &text[..3]);
    assert_eq!(line.upper(), "word");
}
