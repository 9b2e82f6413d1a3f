//! The attribute belongs to the type.

#[derive(leak::Leak)]
enum E<T> {
    #[leak(bound = "")]
    A(T),
    B,
}

fn main() {
    leak::mem::forget([E::A(1), E::B]);
}
