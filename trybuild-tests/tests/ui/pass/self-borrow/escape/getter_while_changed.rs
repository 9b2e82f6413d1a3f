//! What a getter gives borrows from the struct, which isn't changed then.

use self_borrow::self_borrow;

#[self_borrow]
struct Line {
    #[lend('text)]
    text: String,
    words: Vec<&'text str>,
}

fn main() {
    let mut line = Line::new("one two".to_owned(), |text| text.split(' ').collect());
    let first = &line.words()[0];
    assert_eq!(*first, "one");
    line.with_words_mut(|words| words.clear());
}
