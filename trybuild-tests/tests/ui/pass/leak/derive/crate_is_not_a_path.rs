//! `crate` is a path, quoted or not.

#[derive(leak::Leak)]
#[leak(crate = "leak")]
struct S<T>(T);

fn main() {
    leak::mem::forget(S(1));
}
