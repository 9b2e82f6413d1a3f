//! The attribute is for types.

#[leak::async_drop::must_async_drop]
pub fn close() {}

fn main() {
    close();
}
