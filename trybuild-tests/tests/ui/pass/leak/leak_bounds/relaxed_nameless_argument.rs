//! An `impl Trait` needs a trait.

#[leak::leak_bounds]
fn take(_: impl Sized + ?Leak) {}

fn main() {
    take(1);
}
