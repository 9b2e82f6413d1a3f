//! The string must hold predicates; the error is at the string.

#[derive(leak::Leak)]
#[leak(bound = "T leak::Leak")]
struct S<T>(T);

fn main() {
    leak::mem::forget(S(1));
}
