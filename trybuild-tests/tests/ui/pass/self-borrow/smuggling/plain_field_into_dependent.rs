//! A plain field isn't lent: it may be changed or taken while the dependent lives.

use self_borrow::self_borrow;

#[self_borrow]
struct Line {
    #[lend('text)]
    text: String,
    word: &'text str,
    path: String,
}

fn main() {
    let mut line = Line::new("one two".to_owned(), |text| &text[..3], "path".to_owned());
    line.with_mut(|line| *line.word = line.text);
    line.path_mut().clear();
    assert_eq!(*line.word(), "one two");
}
