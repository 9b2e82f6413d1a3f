//! The old dependent goes into the new one, or nowhere.

use self_borrow::self_borrow;

#[self_borrow]
struct Line {
    #[lend('text)]
    text: String,
    word: &'text str,
}

fn main() {
    let line = Line::new("one two".to_owned(), |text| &text[..3]);
    let mut kept = "";
    let line = line.map_word(|word| {
        kept = word;
        &word[1..]
    });
    drop(line);
    assert_eq!(kept, "one");
}
