//! One owner that is inline is enough: another that borrows from it goes into a box.

use self_borrow::self_borrow;

#[self_borrow]
struct Line {
    #[lend(inline 'text)]
    text: String,
    #[lend(inline 'words)]
    words: Vec<&'text str>,
    first: &'words &'text str,
}

fn main() {
    let line = Line::pin_box("one two".to_owned(), |text| text.split(' ').collect(), |_, words| &words[0]);
    assert_eq!(**line.first(), "one");
}
