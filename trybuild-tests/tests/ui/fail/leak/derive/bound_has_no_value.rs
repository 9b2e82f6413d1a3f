//! `bound` needs a value.

#[derive(leak::Leak)]
#[leak(bound)]
struct S<T>(T);

fn main() {
    leak::mem::forget(S(1));
}
