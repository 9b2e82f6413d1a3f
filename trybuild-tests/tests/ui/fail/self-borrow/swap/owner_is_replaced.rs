//! An owner that is lent can be seen, not changed.

use self_borrow::self_borrow;

#[self_borrow]
struct Line {
    #[lend('text)]
    text: String,
    word: &'text str,
}

fn main() {
    let mut line = Line::new("one two".to_owned(), |text| &text[..3]);
    line.with_mut(|line| *line.text = String::new());
    println!("{}", line.word());
}
