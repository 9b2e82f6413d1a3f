//! The attribute is for types.

#[leak::async_drop::must_async_drop]
#[derive(Debug)]
pub struct Session;

pub fn close() {}

fn main() {
    close();
}
