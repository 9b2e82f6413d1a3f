//! A path to a crate has no generic arguments.

#[derive(leak::Leak)]
#[leak(crate = leak)]
struct S<T>(T);

fn main() {
    leak::mem::forget(S(1));
}
