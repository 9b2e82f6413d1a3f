//! A misspelt key.

#[derive(leak::Leak)]
#[leak(bond = "T: leak::Leak")]
struct S<T>(T);

fn main() {
    leak::mem::forget(S(1));
}
