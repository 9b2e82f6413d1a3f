//! The payload of a panic leaves the scope.

fn main() {
    leak::scope(|s| {
        let text = s.own(String::from("text"));
        if text.is_empty() {
            std::panic::panic_any(text);
        }
    });
}
