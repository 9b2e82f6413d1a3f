//! A misspelt key.

#[leak::leak_bounds(crate = leak)]
fn take<T>(_: T) {}

fn main() {
    take(1);
}
