//! `crate` names a module that only looks like this crate. What is generated uses no `unsafe`, so all that can happen is
//! that it doesn't compile.

mod forged {
    pub use self_borrow::*;
    pub mod __private {
        pub use self_borrow::__private::*;
        pub struct Pair<'x, F>(std::marker::PhantomData<(&'x (), F)>);
    }
}

#[self_borrow::self_borrow(crate = forged)]
struct Line {
    #[lend('text)]
    text: String,
    word: &'text str,
}

fn main() {
    let line = Line::new("one two".to_owned(), |text| &text[..3]);
    assert_eq!(*line.word(), "one");
}
