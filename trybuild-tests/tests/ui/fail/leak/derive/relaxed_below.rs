//! `?Leak` is read by `#[leak_bounds]`, which must come first.

#[derive(leak::Leak)]
#[leak::leak_bounds]
struct S<T, U: ?Leak>(T, fn(U));

fn main() {
    leak::mem::forget(S(1, |_: u8| {}));
}
