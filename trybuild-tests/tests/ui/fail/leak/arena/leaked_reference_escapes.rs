//! `Boxed::leak` leaks nothing: what it returns is good until the arena ends.

use leak::arena::Boxed;

fn main() {
    let text = leak::arena::scope(|arena| {
        let text: &mut String = Boxed::leak(arena.boxed(String::from("text")));
        text
    });
    assert_eq!(text, "text");
}
