//! A path that leads nowhere.

#[derive(leak::Leak)]
#[leak(crate = leek)]
struct S<T>(T);

fn main() {
    drop(S(1));
}
