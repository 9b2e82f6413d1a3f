//! `map` keeps the owner, and what the struct may borrow from outside.

use self_borrow::self_borrow;

#[self_borrow]
struct Line<T: 'static> {
    #[lend('text)]
    text: String,
    word: (&'text str, T),
}

fn main() {
    let line = Line::new("one two".to_owned(), |text| (text, 3));
    let other = String::from("other");
    let line = line.map_word(|(text, _)| (text, other.as_str()));
    assert_eq!(line.word().1, "other");
}
