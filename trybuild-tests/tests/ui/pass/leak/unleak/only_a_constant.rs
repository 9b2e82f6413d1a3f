//! A constant parameter has no lifetime.

#[derive(leak::Unleak)]
struct Guard<T, const N: usize>([T; N]);

fn main() {
    leak::mem::forget(Guard([1]));
}
