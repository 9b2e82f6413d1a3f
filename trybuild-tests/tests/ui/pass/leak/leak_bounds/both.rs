//! A parameter is one or the other.

use leak::Leak;

#[leak::leak_bounds]
fn take<T: Copy + ?Leak>(_: T)
where
    T: Copy,
{
}

fn main() {
    take(1);
    let _: fn() = leak::<u8>;
}

fn leak<T: Leak>() {}
