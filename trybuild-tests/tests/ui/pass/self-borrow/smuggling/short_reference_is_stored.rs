//! A dependent borrows from its owner. Something that lives shorter than the struct would be left behind in it.

use self_borrow::self_borrow;

#[self_borrow]
struct Line {
    #[lend('text)]
    text: String,
    word: &'text str,
}

fn main() {
    let mut line = Line::new("one two".to_owned(), |text| &text[..3]);
    {
        let short = String::from("short");
        line.with_word_mut(|word| assert_eq!(word.len(), short.len() - 2));
    }
    assert_eq!(*line.word(), "one");
}
