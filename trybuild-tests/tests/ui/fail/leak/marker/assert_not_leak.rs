//! The assertion fails.

fn main() {
    leak::assert_not_leak!(*const u8, Vec<u8>);
}
