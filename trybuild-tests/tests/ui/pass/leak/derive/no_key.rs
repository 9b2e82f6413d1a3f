//! A value without its key.

#[derive(leak::Leak)]
#[leak(bound = "T: leak::Leak")]
struct S<T>(T);

fn main() {
    leak::mem::forget(S(1));
}
