//! All mistakes of a struct are reported at once, each at its place.

use self_borrow::self_borrow;

#[self_borrow]
#[derive(Debug)]
struct Line {
    #[lend('text)]
    text: String,
    word: &'text str,
    rest: &'text str,
    other: &'text str,
    count: usize,
    more: String,
}

fn main() {
    let line = Line::builder()
        .text("one two".to_owned())
        .count(2)
        .more(String::new())
        .word(|text| &text[..3])
        .rest(|text| &text[4..])
        .other(|text| text)
        .build();
    assert_eq!(line.word().len() + line.other().len(), 10);
    println!("{line:?}");
}
