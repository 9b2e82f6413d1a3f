//! A handle that is dropped destroys its value at once, so it may not be borrowed.

fn main() {
    leak::arena::scope(|arena| {
        let text = arena.boxed(String::from("text"));
        let letters: &str = &text;
        drop(text);
        assert_eq!(letters.len(), 4);
    });
}
