//! The lists of an arena have no lock, and dropping a handle changes them.

fn main() {
    leak::arena::scope(|arena| {
        let text = arena.boxed(String::from("text"));
        std::thread::scope(|s| {
            s.spawn(move || drop(text));
        });
    });
}
