// The struct needs one.
use own_ref::{Own, OwnDrop, own_drop};

#[own_drop]
struct Foo {
    text: String,
}

impl Foo {}

fn main() {
    let foo = Foo::from(FooFields { text: String::new() });
    assert_eq!(foo.text, "");
}
