//! What is boxed lives until the arena ends, when the locals of the closure are gone.

fn main() {
    let local = String::from("local");
    leak::arena::scope(|arena| {
        leak::arena::Boxed::keep(arena.boxed(&local));
    });
}
