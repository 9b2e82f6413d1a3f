//! Through `&'cell mut &'text str` a shorter reference could be written.

use self_borrow::self_borrow;

#[self_borrow]
struct Line {
    #[lend('text)]
    text: String,
    #[lend(mut 'word)]
    word: Box<&'text str>,
    #[not_covariant]
    again: &'word mut &'text str,
}

fn main() {
    let line = Line::builder()
        .text("one two".to_owned())
        .word(|text| Box::new(text))
        .again(|_, word| word)
        .build();
    assert_eq!(line.with(|line| line.again.len()), 7);
}
