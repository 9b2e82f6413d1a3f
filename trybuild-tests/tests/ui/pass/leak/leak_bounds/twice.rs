//! Once is enough.

#[leak::leak_bounds]
fn take<T: ?Leak>(_: T)
where
    T: Copy,
{
}

fn main() {
    take(1);
}
