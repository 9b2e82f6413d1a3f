//! The assertion fails.

fn main() {
    leak::assert_leak!(u8, &'static u8);
}
