//! An enum lends nothing: which variant would it be?

use self_borrow::self_borrow;

#[self_borrow]
enum Line {
    Text(#[lend('text)] String),
    Nothing,
}

fn main() {
    let line = Line::Text(String::new());
    assert!(matches!(line, Line::Text(_)));
    let _ = Line::Nothing;
}
