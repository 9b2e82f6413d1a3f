//! A macro below adds a field that this one hasn't seen. It is not in the struct: attributes run from the top down.

use self_borrow::self_borrow;

#[self_borrow]
#[hostile_macros::add_field(extra: String)]
struct Line {
    #[lend('text)]
    text: String,
    word: &'text str,
}

fn main() {
    let line = Line::builder().text("one two".to_owned()).extra(String::new()).word(|text| &text[..3]).build();
    assert_eq!(*line.word(), "one");
}
