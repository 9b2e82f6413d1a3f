//! A boxed value can't hold handles of its arena: its destructor could read what was destroyed before.

use leak::arena::{self, Boxed};

struct Reads<'a>(Boxed<'a, String>);

impl Drop for Reads<'_> {
    fn drop(&mut self) {
        assert_eq!(*self.0, "text");
    }
}

fn main() {
    arena::scope(|arena| {
        let text = arena.boxed(String::from("text"));
        drop(arena.boxed(Reads(text)));
    });
}
