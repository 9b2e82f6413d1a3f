//! `key = value`, not `key: value`.

#[derive(leak::Leak)]
#[leak(crate = leak)]
struct S<T>(T);

fn main() {
    leak::mem::forget(S(1));
}
