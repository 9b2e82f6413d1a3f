//! What is shared may borrow from the arena, but not from the closure that works in it.

fn main() {
    leak::arena::scope(|arena| {
        let local = leak::arena::Boxed::leak(arena.boxed(String::from("local")));
        arena.rc(&*local).keep();
    });
}
