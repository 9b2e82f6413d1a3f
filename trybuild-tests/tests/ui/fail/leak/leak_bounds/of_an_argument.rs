//! `impl Trait` arguments are parameters, too.

#[leak::leak_bounds]
fn take(_: &(impl Copy + Sized)) {}

fn main() {
    take(&1);
    take(&&raw const DATA);
}

#[derive(Clone, Copy, leak::Leak)]
struct Data;

static DATA: Data = Data;
