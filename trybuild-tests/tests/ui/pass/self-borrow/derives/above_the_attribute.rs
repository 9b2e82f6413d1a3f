//! A derive above the attribute sees the struct as it was written, with marks that it doesn't know.

use self_borrow::self_borrow;

#[self_borrow]
#[derive(Debug)]
struct Line {
    #[lend('text)]
    text: String,
    word: &'text str,
}

fn main() {
    let line = Line::new("one two".to_owned(), |text| &text[..3]);
    println!("{line:?}");
}
