//! A constant parameter has no lifetime.

#[derive(leak::Unleak)]
struct Guard<const N: usize>([u8; N]);

fn main() {
    leak::mem::forget(Guard([1]));
}
