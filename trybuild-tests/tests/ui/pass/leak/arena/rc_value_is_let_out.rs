//! A shared value can be destroyed while there are handles to it, so no reference to it leaves the closure.

fn main() {
    leak::arena::scope(|arena| {
        let text = arena.rc(String::from("text"));
        let seen = text.with(|text| text.clone());
        assert_eq!(seen, "text");
    });
}
