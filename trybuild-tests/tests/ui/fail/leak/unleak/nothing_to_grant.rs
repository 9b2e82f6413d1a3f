//! A type that is always `'static` can always be forgotten.

#[derive(leak::Unleak)]
struct Guard {
    id: u32,
}

fn main() {
    leak::mem::forget(Guard { id: 1 });
}
