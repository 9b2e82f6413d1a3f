//! The attribute belongs to the type.

#[derive(leak::Leak)]
struct S<T>(T);

fn main() {
    leak::mem::forget(S(1));
}
