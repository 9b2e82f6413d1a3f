//! An enum lends nothing: which variant would it be?

use self_borrow::self_borrow;

enum Line {
    Text(String),
    Nothing,
}

fn main() {
    let line = Line::Text(String::new());
    assert!(matches!(line, Line::Text(_)));
    let _ = Line::Nothing;
    let _ = self_borrow::Shared(line);
}
