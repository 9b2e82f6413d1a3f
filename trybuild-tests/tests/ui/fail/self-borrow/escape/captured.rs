//! A variable outside of the closure lives longer than what the closure sees.

use self_borrow::self_borrow;

#[self_borrow]
struct Line {
    #[lend('text)]
    text: String,
    word: &'text str,
}

fn main() {
    let mut line = Line::new("one two".to_owned(), |text| &text[..3]);
    let mut kept = "";
    line.with_mut(|line| kept = line.word);
    drop(line);
    assert_eq!(kept, "one");
}
