// `&mut self` is what `Drop` has.
use own_ref::{Own, OwnDrop, own_drop};

#[own_drop]
struct Foo {
    text: String,
}

#[own_drop]
impl OwnDrop for Foo {
    fn drop(&mut self) {
        drop(self.text);
    }
}

fn main() {
    let foo = Foo::from(FooFields { text: String::new() });
    assert_eq!(foo.text, "");
}
