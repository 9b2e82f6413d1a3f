//! A comma is missing.

#[derive(leak::Leak)]
#[leak(crate = leak bound = "T: leak::Leak")]
struct S<T>(T);

fn main() {
    leak::mem::forget(S(1));
}
