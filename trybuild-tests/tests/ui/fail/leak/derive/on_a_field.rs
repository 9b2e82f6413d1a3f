//! The attribute belongs to the type.

#[derive(leak::Leak)]
struct S<T>(#[leak(bound = "T: leak::Leak")] T);

fn main() {
    leak::mem::forget(S(1));
}
