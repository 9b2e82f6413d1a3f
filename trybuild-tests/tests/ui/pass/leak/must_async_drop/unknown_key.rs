//! An argument that the attribute doesn't know.

#[leak::async_drop::must_async_drop]
struct Session;

fn main() {
    let _: fn(Session) = drop;
}
