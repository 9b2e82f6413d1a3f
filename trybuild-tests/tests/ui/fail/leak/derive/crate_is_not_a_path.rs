//! `crate` is a path, quoted or not.

#[derive(leak::Leak)]
#[leak(crate = 2024)]
struct S<T>(T);

fn main() {
    leak::mem::forget(S(1));
}
