//! `?Leak` is read by `#[leak_bounds]`, which must come first.

#[leak::leak_bounds]
#[derive(leak::Leak)]
struct S<T, U: ?Leak>(T, fn(U));

fn main() {
    leak::mem::forget(S(1, |_: u8| {}));
}
