//! As for any derive, the fields must have the trait: for every lifetime.

use self_borrow::self_borrow;

struct Word<'t>(&'t str);

#[self_borrow]
#[derive(Debug)]
struct Line {
    #[lend('text)]
    text: String,
    word: Word<'text>,
}

fn main() {
    let line = Line::new("one two".to_owned(), |text| Word(&text[..3]));
    assert_eq!(line.word().0, "one");
    println!("{line:?}");
}
