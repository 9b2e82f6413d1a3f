//! All mistakes of one item are reported at once, and none of them twice.

#[derive(leak::Leak)]
#[leak(bound = "T: leak::Leak", crate = "leak")]
enum E<T> {
    A(T),
    B { b: &'static u8 },
}

fn main() {
    leak::mem::forget(E::A(1));
    leak::mem::forget(E::B::<u8> { b: &1 });
}
