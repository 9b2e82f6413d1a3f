//! A struct of two fields is a tuple struct afterwards, so its name is that of a function, too.

use self_borrow::self_borrow;

#[self_borrow]
struct Line {
    #[lend('text)]
    text: String,
    word: &'text str,
}

#[expect(non_snake_case, reason = "called like the struct")]
fn Line(text: &str) -> Line {
    Line::new(text.to_owned(), |text| &text[..3])
}

fn main() {
    assert_eq!(*Line("one two").word(), "one");
}
