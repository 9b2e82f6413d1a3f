//! An `impl Trait` needs a trait.

#[leak::leak_bounds]
fn take(_: impl ?Leak) {}

fn main() {
    take(1);
}
