//! Nor can it hold a reference into its arena.

use leak::arena::{self, Boxed};

struct Reads<'a>(&'a String);

impl Drop for Reads<'_> {
    fn drop(&mut self) {
        assert_eq!(self.0, "text");
    }
}

fn main() {
    arena::scope(|arena| {
        let text: &String = Boxed::leak(arena.boxed(String::from("text")));
        drop(arena.boxed(Reads(text)));
    });
}
