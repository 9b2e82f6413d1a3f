//! A type parameter is `Leak` unless it is declared `?Leak`.

#[leak::leak_bounds]
fn take<T>(_: T) {}

fn main() {
    take(1);
    take(&raw const DATA);
}

#[derive(Clone, Copy, leak::Leak)]
struct Data;

static DATA: Data = Data;
