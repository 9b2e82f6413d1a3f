//! The fields are stored in another way than they are written, and made by `new` or `builder`.

mod lines {
    #[self_borrow::self_borrow]
    pub struct Line {
        #[lend('text)]
        pub text: String,
        pub word: &'text str,
    }
}

fn main() {
    let line = lines::Line { text: "one two".to_owned(), word: "one" };
    assert_eq!(line.word, "one");
}
