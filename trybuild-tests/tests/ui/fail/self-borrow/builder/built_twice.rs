//! A field is built once.

use self_borrow::self_borrow;

#[self_borrow]
struct Line {
    #[lend('text)]
    text: String,
    word: &'text str,
}

fn main() {
    let line = Line::builder()
        .text("one two".to_owned())
        .word(|text| &text[..3])
        .word(|text| &text[4..])
        .build();
    println!("{}", line.word());
}
