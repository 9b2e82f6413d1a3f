//! What a getter gives borrows from the struct.

use own_ref::PinSlot;
use self_borrow::self_borrow;
use std::pin::pin;

#[self_borrow]
struct Line {
    #[lend(inline 'text)]
    text: String,
    word: &'text str,
}

fn main() {
    let word: &str;
    {
        let slot = pin!(PinSlot::new());
        let line = Line::pin_in(slot, "one two".to_owned(), |text| &text[..3]);
        word = line.word();
    }
    assert_eq!(word, "one");
}
