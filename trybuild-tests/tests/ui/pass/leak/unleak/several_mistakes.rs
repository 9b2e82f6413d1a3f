//! All mistakes of one item are reported at once, and none of them twice.

#[derive(leak::Unleak)]
#[leak(crate = leak)]
struct Guard<'a, const N: usize> {
    bytes: &'a [u8; N],
}

fn main() {
    leak::mem::forget(Guard { bytes: &[1] });
}
