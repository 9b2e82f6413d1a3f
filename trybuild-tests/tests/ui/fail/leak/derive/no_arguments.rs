//! The attribute alone says nothing.

#[derive(leak::Leak)]
#[leak]
struct S<T>(T);

fn main() {
    leak::mem::forget(S(1));
}
