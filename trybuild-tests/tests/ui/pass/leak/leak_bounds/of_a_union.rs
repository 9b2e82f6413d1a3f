//! Unions, too.

#[leak::leak_bounds]
union Either<T: Copy + ?Forget> {
    left: T,
    right: u8,
}

fn main() {
    let _left = Either { left: 1 };
    let _left = Either { left: &raw const DATA };
}

#[derive(Clone, Copy, leak::Leak)]
struct Data;

static DATA: Data = Data;
