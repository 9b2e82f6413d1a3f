//! The option becomes `None` when the closure returns, over the memory of the content.

use own_ref::{Own, option};

fn main() {
    let mut some = Some(String::from("some"));
    let mut kept = None;
    option::consume(&mut some, |own: Own<'_, String>| kept = Some(Own::into_inner(own)));
    assert_eq!(kept.as_deref().map(|s| s), Some("some"));
}
