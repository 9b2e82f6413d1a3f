//! What a getter gives borrows from the struct.

use self_borrow::self_borrow;

#[self_borrow]
struct Line {
    #[lend('text)]
    text: String,
    word: &'text str,
}

fn main() {
    let line = Line::new("one two".to_owned(), |text| &text[..3]);
    let word: &str = line.word();
    assert_eq!(word, "one");
    drop(line);
}
