//! What a scope owns can't use other things that it owns: the order of destruction would matter.
//! Handles of an outer scope are fine.

fn main() {
    leak::scope(|outer| {
        outer.own(1).keep();
        leak::scope(|s| {
            let text = s.own(String::from("text"));
            s.own(text).keep();
        });
    });
}
