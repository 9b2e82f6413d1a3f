//! Without quotes, the error is at the token.

#[derive(leak::Leak)]
#[leak(bound(T: leak::Leak, T: Copy))]
struct S<T>(T);

fn main() {
    leak::mem::forget(S(1));
}
