//! Also those inside of others.

#[leak::leak_bounds]
fn take(_: impl Iterator<Item = impl Copy> + ?Leak) {}

fn main() {
    take([1].into_iter());
    take([&raw const DATA].into_iter());
}

#[derive(Clone, Copy, leak::Leak)]
struct Data;

static DATA: Data = Data;
