//! A handle can't outlive the arena that its value is in.

fn main() {
    let text = leak::arena::scope(|arena| {
        leak::arena::Boxed::into_inner(arena.boxed(String::from("text")))
    });
    assert_eq!(text.len(), 4);
}
