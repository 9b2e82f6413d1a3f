//! A boxed value is destroyed at the end of the arena, so it can't be replaced by one that borrows from a shorter place.

use leak::arena::{self, Boxed};

struct Reads<'a>(&'a str);

impl Drop for Reads<'_> {
    fn drop(&mut self) {
        assert_eq!(self.0.len(), 5);
    }
}

fn replace<'x>(mut boxed: Boxed<'_, Reads<'x>>, with: Reads<'x>) {
    *boxed = with;
    Boxed::keep(boxed);
}

fn main() {
    let outside = String::from("outer");
    arena::scope(|arena| {
        let boxed = arena.boxed(Reads(&outside));
        let inside = String::from("inner");
        replace(boxed, Reads(&inside));
    });
}
