//! The relaxation may stand in the `where` clause.

#[leak::leak_bounds]
enum Either<T, U>
where
    T: Copy + ?Leak,
{
    Left(T),
    Right(U),
}

fn main() {
    drop([Either::Left(1), Either::Right(2)]);
    drop([Either::Left(&raw const DATA), Either::Right(2)]);
}

#[derive(Clone, Copy, leak::Leak)]
struct Data;

static DATA: Data = Data;
