//! An associated type may be anything at each lifetime: here, the argument of a function.

use self_borrow::self_borrow;

trait Reads {
    type Source;
}

impl<'t> Reads for &'t str {
    type Source = fn(&'t str) -> bool;
}

struct Check<'t>(<&'t str as Reads>::Source);

#[self_borrow]
struct Line {
    #[lend('text)]
    text: String,
    check: Check<'text>,
}

fn main() {
    let line = Line::new("one two".to_owned(), |_| Check(str::is_empty));
    assert!(!line.with(|line| (line.check.0)(line.text)));
}
