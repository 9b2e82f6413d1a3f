//! A derive that isn't known would see fields that aren't there.

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
