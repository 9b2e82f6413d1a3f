//! One key, two attributes.

#[derive(leak::Leak)]
#[leak(bound = "T: leak::Leak", crate = ::leak)]
struct S<T>(T);

fn main() {
    leak::mem::forget(S(1));
}
