//! A derived type is `Leak` if its parameters are.

#[derive(leak::Leak)]
struct Pair<T>(T, T);

fn main() {
    leak::mem::forget(Pair(1, 2));
    leak::mem::forget(Pair(&raw const DATA, &raw const DATA));
}

static DATA: u8 = 0;
