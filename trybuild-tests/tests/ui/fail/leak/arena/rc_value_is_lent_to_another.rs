//! A reference to a shared value can't be stored in another: it could be read when its value is gone.

use std::cell::Cell;

fn main() {
    leak::arena::scope(|arena| {
        let reads = arena.rc(Cell::new(None));
        let text = arena.rc(String::from("text"));
        text.with(|text| reads.with(|reads| reads.set(Some(text))));
    });
}
