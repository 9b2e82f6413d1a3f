//! The struct can't be taken apart by `unbind` or `map` if it has a destructor. Wrap it.

use self_borrow::self_borrow;

#[self_borrow]
struct Line {
    #[lend('text)]
    text: String,
    word: &'text str,
}

impl Drop for Line {
    fn drop(&mut self) {
        println!("{}", self.word());
    }
}

fn main() {
    let line = Line::new("one two".to_owned(), |text| &text[..3]);
    assert_eq!(*line.word(), "one");
}
