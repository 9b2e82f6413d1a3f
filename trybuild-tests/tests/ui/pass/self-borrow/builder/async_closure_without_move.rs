//! The future is stored beside the owners, and outlives the variables here.

use self_borrow::self_borrow;

#[self_borrow]
struct Line {
    #[lend('text)]
    text: String,
    word: &'text str,
}

fn word(length: usize) -> impl Future<Output: Sized> + 'static {
    Line::builder().text("one two".to_owned()).word_async(async move |text| &text[..length])
}

fn main() {
    drop(word(3));
}
