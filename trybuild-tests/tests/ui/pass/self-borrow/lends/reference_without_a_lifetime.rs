//! As in any struct, a reference needs a lifetime: here it says from which field it borrows.

use self_borrow::self_borrow;

#[self_borrow]
struct Line {
    #[lend('text)]
    text: String,
    word: &'text str,
    rest: Option<&'text str>,
}

fn main() {
    let line = Line::new("one two".to_owned(), |text| &text[..3], |text| text.get(4..));
    assert_eq!((*line.word(), *line.rest()), ("one", Some("two")));
}
