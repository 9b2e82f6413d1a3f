//! The place of an owner is lent to the fields; who looks at it gets it for the time of the closure.

use self_borrow::self_borrow;

#[self_borrow]
struct Line {
    #[lend('text)]
    text: String,
    word: &'text str,
}

fn main() {
    let line = Line::new("one two".to_owned(), |text| &text[..3]);
    let text: &str = line.text();
    drop(text);
    drop(line);
}
