//! The lifetime is an argument of the trait, and nothing is known of that.

use self_borrow::self_borrow;

trait Rule<'t> {
    fn is_good(&self, text: &'t str) -> bool;
}

impl<'t> Rule<'t> for usize {
    fn is_good(&self, text: &'t str) -> bool {
        text.len() == *self
    }
}

#[self_borrow]
struct Line {
    #[lend('text)]
    text: String,
    rule: Box<dyn Rule<'text>>,
}

fn main() {
    let line = Line::new("one two".to_owned(), |_| Box::new(7));
    assert!(line.with(|line| line.rule.is_good(line.text)));
}
