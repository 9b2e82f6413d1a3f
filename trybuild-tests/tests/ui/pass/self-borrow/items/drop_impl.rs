//! The struct can't be taken apart by `unbind` or `map` if it has a destructor. Wrap it.

use self_borrow::self_borrow;

#[self_borrow]
struct Line {
    #[lend('text)]
    text: String,
    word: &'text str,
}

struct Noisy(Line);

impl Drop for Noisy {
    fn drop(&mut self) {
        println!("{}", self.0.word());
    }
}

fn main() {
    let line = Noisy(Line::new("one two".to_owned(), |text| &text[..3]));
    assert_eq!(*line.0.word(), "one");
}
