//! Once is enough.

#[leak::leak_bounds]
fn take<T: ?Leak>(_: T)
where
    T: Copy + ?Leak,
{
}

fn main() {
    take(1);
}
