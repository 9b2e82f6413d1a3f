//! The memory of the box is freed when the closure returns.

use own_ref::{Own, boxed};

fn main() {
    let content = boxed::consume(Box::new(String::from("boxed")), |own: Own<'_, String>| own);
    assert_eq!(*content, "boxed");
}
