//! An arena stays on its thread.

fn main() {
    leak::arena::scope(|arena| {
        std::thread::scope(|s| {
            s.spawn(|| drop(arena.boxed(1)));
        });
    });
}
