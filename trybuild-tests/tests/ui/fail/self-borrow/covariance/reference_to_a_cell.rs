//! The reference is covariant, what it refers to isn't.

use self_borrow::self_borrow;
use std::cell::Cell;

#[self_borrow]
struct Line {
    #[lend('text)]
    text: String,
    #[lend('cell)]
    cell: Box<Cell<&'text str>>,
    again: &'cell Cell<&'text str>,
}

fn main() {
    let line = Line::builder()
        .text("one two".to_owned())
        .cell(|text| Box::new(Cell::new(text)))
        .again(|_, cell| cell)
        .build();
    assert_eq!(line.with(|line| line.again.get().len()), 7);
}
