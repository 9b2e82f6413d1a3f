//! The last field may be unsized, and is checked.

#[derive(leak::Leak)]
struct Tail<T: ?Sized> {
    len: usize,
    first: *const Tail<u8>,
    rest: T,
}

fn main() {
    let tail: &Tail<[u8]> = &Tail { len: 1, first: core::ptr::null(), rest: [1] };
    assert_eq!(tail.rest.len(), tail.len);
}
