//! What is local to the closure is gone when it returns.

use self_borrow::self_borrow;

#[self_borrow]
struct Line {
    #[lend('text)]
    text: String,
    word: &'text str,
}

fn main() {
    let line = Line::new("one two".to_owned(), |text| {
        let upper = text.to_uppercase();
        &text[..upper.len() - 4]
    });
    assert_eq!(*line.word(), "one");
}
