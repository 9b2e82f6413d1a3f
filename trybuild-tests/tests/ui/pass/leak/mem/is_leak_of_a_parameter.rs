//! The macro is for types that are written out.

fn f<T>() -> bool {
    leak::mem::is_leak::<T>()
}

fn main() {
    assert!(f::<u8>());
}
