//! `crate` needs a value.

#[derive(leak::Leak)]
#[leak(crate = )]
struct S<T>(T);

fn main() {
    leak::mem::forget(S(1));
}
