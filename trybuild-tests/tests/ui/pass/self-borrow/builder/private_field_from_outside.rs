//! Who can't see a field can't set it.

mod lines {
    #[self_borrow::self_borrow]
    pub struct Line {
        #[lend('text)]
        text: String,
        pub word: &'text str,
    }

    pub fn new(text: &str) -> Line {
        Line::new(text.to_owned(), |text| &text[..3])
    }
}

fn main() {
    let line = lines::new("one two");
    assert_eq!(*line.word(), "one");
}
