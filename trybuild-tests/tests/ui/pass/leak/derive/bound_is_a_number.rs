//! The value of `bound` is a string, or a list in parentheses.

#[derive(leak::Leak)]
#[leak(bound = "T: leak::Leak")]
struct S<T>(T);

fn main() {
    leak::mem::forget(S(1));
}
