//! A misspelt key.

#[leak::leak_bounds(krate = leak)]
fn take<T>(_: T) {}

fn main() {
    take(1);
}
