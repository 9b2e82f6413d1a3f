//! `crate` needs a value.

#[leak::leak_bounds(crate)]
fn take<T>(_: T) {}

fn main() {
    take(1);
}
