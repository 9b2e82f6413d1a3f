//! A `dyn Any` could leave the scope, or be told from its lifetime.

use std::any::Any;

fn main() {
    leak::scope(|s| {
        let text = s.own(String::from("text"));
        let _any: Box<dyn Any> = Box::new(text.clone());
    });
}
