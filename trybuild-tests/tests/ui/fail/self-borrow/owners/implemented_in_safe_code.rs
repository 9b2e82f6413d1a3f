//! Whether a place is stable can't be checked, so who says so must write `unsafe`.

use self_borrow::{Owner, OwnerAt, self_borrow};

struct Text(Box<str>);

impl<'a> OwnerAt<'a> for Text {
    type Ref = &'a str;
}

impl Owner for Text {
    unsafe fn get<'a>(this: *const Self) -> &'a str
    where
        Self: 'a,
    {
        // SAFETY: as the caller promises.
        unsafe { &(*this).0 }
    }
}

#[self_borrow]
struct Line {
    #[lend('text)]
    text: Text,
    word: &'text str,
}

fn main() {
    let line = Line::new(Text("one two".into()), |text| &text[..3]);
    assert_eq!(*line.word(), "one");
}
