//! The arguments stand in parentheses.

#[derive(leak::Leak)]
#[leak = "T: leak::Leak"]
struct S<T>(T);

fn main() {
    leak::mem::forget(S(1));
}
