//! The same with a type that isn't covariant, every second time.

use self_borrow::self_borrow;

#[self_borrow]
struct Line {
    #[lend('text)]
    text: String,
    #[not_covariant]
    word: hostile_macros::echo!(std::cell::Cell<&'text str>),
}

fn main() {
    let line = Line::new("one two".to_owned(), |text| std::cell::Cell::new(&text[..3]));
    assert_eq!(line.with(|line| line.word.get().len()), 3);
}
