//! All mistakes of one item are reported at once, and none of them twice.

#[derive(leak::Unleak)]
#[leak(bound = "", crate)]
struct Guard<const N: usize> {
    #[leak(crate = leak)]
    bytes: [u8; N],
}

fn main() {
    leak::mem::forget(Guard { bytes: [1] });
}
