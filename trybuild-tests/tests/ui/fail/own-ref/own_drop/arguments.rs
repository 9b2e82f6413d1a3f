// Each wrong argument is reported.
use own_ref::{Own, OwnDrop, own_drop};

#[own_drop(field = Parts, fields = a::b)]
struct Foo {
    text: String,
}

#[own_drop]
impl OwnDrop for Foo {
    fn drop(this: Own<'_, Self>) {
        drop(Own::into_inner(this).text);
    }
}

fn main() {
    let foo = Foo::from(FooFields { text: String::new() });
    assert_eq!(foo.text, "");
}
