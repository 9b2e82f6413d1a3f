//! `Box::leak` leaks nothing: what it returns is good until the arena ends.

use leak::arena::Box;

fn main() {
    let text = leak::arena::scope(|arena| {
        let text: &mut String = Box::leak(arena.boxed(String::from("text")));
        text.clone()
    });
    assert_eq!(text, "text");
}
