// As with `Drop`, the destructor is for every parameter of the struct.
use own_ref::{Own, OwnDrop, own_drop};

#[own_drop]
struct Foo<T> {
    value: T,
}

#[own_drop]
impl<T> OwnDrop for Foo<T> {
    fn drop(this: Own<'_, Self>) {
        drop(Own::into_inner(this).value);
    }
}

fn main() {
    drop(Foo::from(FooFields { value: 1 }));
}
