//! The arena's own lifetime and that of its environment can't be made one.

use leak::arena::{self, Arena};

fn box_itself<'a>(arena: &'a Arena<'a, '_>) {
    drop(arena.rc(arena));
}

fn main() {
    arena::scope(|arena| box_itself(arena));
}
