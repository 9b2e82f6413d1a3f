//! What is boxed lives until the arena ends, when the locals of the closure are gone.

fn main() {
    leak::arena::scope(|arena| {
        let local = String::from("local");
        leak::arena::Boxed::keep(arena.boxed(&local));
    });
}
