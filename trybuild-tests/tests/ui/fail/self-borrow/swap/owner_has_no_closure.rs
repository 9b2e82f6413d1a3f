//! There is no way to change an owner that is lent.

use self_borrow::self_borrow;

#[self_borrow]
struct Line {
    #[lend('text)]
    text: String,
    word: &'text str,
}

fn main() {
    let mut line = Line::new("one two".to_owned(), |text| &text[..3]);
    line.with_text_mut(|text| text.clear());
    println!("{}", line.word());
}
