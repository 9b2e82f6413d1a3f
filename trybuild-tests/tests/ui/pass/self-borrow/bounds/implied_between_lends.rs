//! In a chain the first lend outlives the second, and not the other way round.

use self_borrow::self_borrow;

#[self_borrow]
struct Line {
    #[lend('text)]
    text: String,
    #[lend('words)]
    words: Vec<&'text str>,
    proof: Option<&'words &'text ()>,
}

fn main() {
    let line = Line::builder()
        .text("one two".to_owned())
        .words(|text| text.split(' ').collect())
        .proof(|_, _| None)
        .build();
    assert!(line.proof().is_none());
}
