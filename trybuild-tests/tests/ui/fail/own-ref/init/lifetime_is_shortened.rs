//! A hole is covariant, but what a recipe returns must live as long as the place says.

use own_ref::{Hole, init, vec};

fn main() {
    let mut words: Vec<&'static str> = Vec::new();
    let short = String::from("short");
    let recipe = init::from_fn(|hole: Hole<'_, &'static str>| {
        let hole: Hole<'_, &str> = hole;
        Ok::<_, ()>(hole.put(&short))
    });
    assert!(vec::push_with(&mut words, recipe).is_err());
}
