//! Handles of an inner scope can't be kept by an outer one.

fn main() {
    leak::scope(|outer| {
        leak::scope(|inner| {
            let text = inner.own(String::from("text"));
            let used = inner.own(1);
            outer.spawn(move || drop(text)).detach();
            drop(used);
        });
    });
}
