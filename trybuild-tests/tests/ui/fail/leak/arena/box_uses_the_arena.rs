//! The arena's own lifetime and that of its environment can't be made one.

use leak::arena::{self, Arena};

fn box_itself<'a>(arena: &'a Arena<'a, 'a>) {
    drop(arena.boxed(arena));
}

fn main() {
    arena::scope(|arena| box_itself(arena));
}
