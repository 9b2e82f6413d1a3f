//! The one condition is `Self: 'static`.

#[derive(leak::Unleak)]
#[leak(crate = leak)]
struct Guard<T>(T);

fn main() {
    leak::mem::forget(Guard(1));
}
