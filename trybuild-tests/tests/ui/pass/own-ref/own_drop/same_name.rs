// The struct of fields needs a name of its own.
use own_ref::{Own, OwnDrop, own_drop};

#[own_drop(fields = FooFields)]
struct Foo {
    text: String,
}

#[own_drop(fields = FooFields)]
impl OwnDrop for Foo {
    fn drop(this: Own<'_, Self>) {
        drop(Own::into_inner(this).text);
    }
}

fn main() {
    let foo = Foo::from(FooFields { text: String::new() });
    assert_eq!(foo.text, "");
}
