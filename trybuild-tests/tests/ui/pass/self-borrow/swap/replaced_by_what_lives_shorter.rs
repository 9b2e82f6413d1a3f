//! `replace` puts in what the closure must have for every lifetime.

use self_borrow::self_borrow;
use std::mem;

#[self_borrow]
struct Line {
    #[lend('text)]
    text: String,
    words: Vec<&'text str>,
}

fn main() {
    let mut line = Line::new("one".to_owned(), |text| vec![text]);
    let mut other = vec!["two"];
    line.with_words_mut(|words| other.truncate(mem::replace(words, vec!["three"]).len()));
    drop(line);
    assert_eq!(other.len(), 1);
}
