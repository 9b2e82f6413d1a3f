//! `?Leak` is not Rust: attributes that know it stand above.

#[derive(leak::AllowedInRc)]
struct Pair<T: ?Leak>(T, u8);

fn main() {
    assert_eq!(Pair(1, 1).0, Pair(1, 1).1);
}
