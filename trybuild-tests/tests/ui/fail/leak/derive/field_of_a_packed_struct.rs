//! A packed field is checked without a reference to it.

#[derive(leak::Leak)]
#[repr(C, packed)]
struct Header {
    tag: u8,
    next: *const Header,
}

fn main() {
    drop(Header { tag: 1, next: core::ptr::null() });
}
