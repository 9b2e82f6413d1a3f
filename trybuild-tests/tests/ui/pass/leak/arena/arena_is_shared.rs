//! An arena stays on its thread.

fn main() {
    std::thread::scope(|s| {
        s.spawn(|| leak::arena::scope(|arena| drop(arena.boxed(1))));
    });
}
