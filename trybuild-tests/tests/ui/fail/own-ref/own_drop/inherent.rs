// An inherent `drop` is not the destructor.
use own_ref::{Own, OwnDrop, own_drop};

#[own_drop]
struct Foo {
    text: String,
}

#[own_drop]
impl Foo {
    fn drop(this: Own<'_, Self>) {
        drop(Own::into_inner(this).text);
    }
}

fn main() {
    let foo = Foo::from(FooFields { text: String::new() });
    assert_eq!(foo.text, "");
}
